import type { EnvironmentOverride, Setting } from '@clearml-conf/shared';
import { settings, tellableVariables } from '@clearml-conf/shared';

/** The agent reads any variable of this form as the path after it, in lower case, `__` for a dot. */
const agentPrefix = 'CLEARML_AGENT__';

/** The variables that are set here and decide in place of the file. Values that hold a secret stay here. */
export function overridesIn(environment: ReadonlyMap<string, string>): readonly EnvironmentOverride[] {
  const told = tellableVariables(environment);
  return [...settings.flatMap((setting) => ownOverride(setting, told)), ...agentOverrides(told)];
}

type Told = ReturnType<typeof tellableVariables>;

function ownOverride(setting: Setting, told: Told): readonly EnvironmentOverride[] {
  if (setting['x-env-rule'] === 'no-effect') return [];
  const variable = setting['x-env']?.find((name) => told.has(name) && told.get(name)?.trim() !== '');
  if (variable === undefined) return [];
  const value = setting['x-secret'] ? null : (told.get(variable) ?? null);
  return [{ variable, setting: setting.path, value }];
}

function agentOverrides(told: Told): readonly EnvironmentOverride[] {
  return [...told]
    .filter(([variable]) => variable.startsWith(agentPrefix))
    .map(([variable, value]) => {
      const path = variable.slice(agentPrefix.length).toLowerCase().split('__');
      return { variable, setting: path.join('.'), value };
    });
}
