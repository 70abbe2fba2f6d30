import type { EnvironmentOverride, Setting } from '@clearml-conf/shared';
import { isSecret, settings } from '@clearml-conf/shared';

/** The agent reads any variable of this form as the path after it, in lower case, `__` for a dot. */
const agentPrefix = 'CLEARML_AGENT__';

/** The variables that are set here and decide in place of the file. Values of secret settings stay here. */
export function overridesIn(environment: ReadonlyMap<string, string>): readonly EnvironmentOverride[] {
  return [...settings.flatMap((setting) => ownOverride(setting, environment)), ...agentOverrides(environment)];
}

function ownOverride(setting: Setting, environment: ReadonlyMap<string, string>): readonly EnvironmentOverride[] {
  if (setting['x-env-rule'] === 'no-effect') return [];
  const variable = setting['x-env']?.find((name) => environment.get(name)?.trim());
  if (variable === undefined) return [];
  const value = setting['x-secret'] ? null : (environment.get(variable) ?? null);
  return [{ variable, setting: setting.path, value }];
}

function agentOverrides(environment: ReadonlyMap<string, string>): readonly EnvironmentOverride[] {
  return [...environment]
    .filter(([variable]) => variable.startsWith(agentPrefix) && variable.length > agentPrefix.length)
    .map(([variable, value]) => {
      const path = variable.slice(agentPrefix.length).toLowerCase().split('__');
      return { variable, setting: path.join('.'), value: isSecret(path) ? null : value };
    });
}
