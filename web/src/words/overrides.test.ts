import { changedSettings, parse, settingAt } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { overridesOf } from '../draft/override.ts';
import { effectInWords } from './changes.ts';
import { overrideInWords } from './settings.ts';

/** What row and review say of one setting while a variable is set. */
function said(path: string, before: string, after: string, [variable, value]: readonly [string, string | null]) {
  const document = parse(after);
  const override = overridesOf(document, { below: [], environment: new Map([[variable, value]]) }).get(path);
  const setting = settingAt(path.split('.'));
  const change = changedSettings(parse(before), document)[0];
  return {
    row: override && setting ? overrideInWords(override, setting) : null,
    review: change ? effectInWords(change, override) : null,
  };
}

const packageManagerType = 'agent.package_manager.type';
const url = 'api.api_server';

describe('row and review say the same about a variable', () => {
  it.each([
    [
      'wins',
      url,
      'CLEARML_API_HOST',
      'http://v',
      /wins over the file here/,
      /^Nothing changes as long as CLEARML_API_HOST/,
    ],
    ['is not told and wins', url, 'CLEARML_API_HOST', null, /wins over the file here/, /^Nothing changes/],
    ['forces', packageManagerType, 'CLEARML_AGENT_FORCE_UV', '1', /wins over the file here/, /^Nothing changes/],
    [
      'says no, but can only force',
      packageManagerType,
      'CLEARML_AGENT_FORCE_UV',
      '0',
      /the file counts/,
      /^ClearML will use “new”\.$/,
    ],
    [
      'forces in containers',
      'agent.package_manager.system_site_packages',
      'CLEARML_AGENT_FORCE_SYSTEM_SITE_PACKAGES',
      '1',
      /for tasks in containers/,
      /^ClearML will use “new”\. For tasks in containers nothing changes/,
    ],
  ])('that %s', (_, path, variable, value, row, review) => {
    const words = said(path, `${path}: old`, `${path}: new`, [variable, value]);
    expect(words.row).toMatch(row);
    expect(words.review).toMatch(review);
  });

  it('that the agent fails at', () => {
    const path = 'agent.git_use_azure_pat';
    const words = said(path, '', `${path}: true`, ['CLEARML_AGENT_GIT_USE_AZURE_PAT', 'sure']);
    expect(words.row).toMatch(/of which the agent can make no value: it stops with an error\.$/);
    expect(words.review).toMatch(
      /^ClearML will use true\. But the agent can make no value of .* stops with an error\.$/,
    );
  });

  it('that counts only while the file says nothing', () => {
    const path = 'agent.custom_build_script';
    const variable = 'CLEARML_AGENT_CUSTOM_BUILD_SCRIPT';
    expect(said(path, `${path}: old`, `${path}: new`, [variable, 'v']).review).toBe('ClearML will use “new”.');
    expect(said(path, `${path}: old`, '', [variable, 'v']).review).toBe(`ClearML will use ${variable}, which is set.`);
  });

  it('that is read by one program only', () => {
    const words = said(url, `${url}: old`, `${url}: new`, ['CLEARML_AGENT__API__API_SERVER', 'http://v']);
    expect(words.row).toMatch(/wins over the file for the agent\.$/);
    expect(words.review).toBe(
      'ClearML will use “new”. For the agent nothing changes as long as CLEARML_AGENT__API__API_SERVER is set: it wins there.',
    );
  });

  it('that takes the place of the keys', () => {
    const path = 'api.credentials.access_key';
    const words = said(path, `${path}: old`, `${path}: new`, ['CLEARML_AUTH_TOKEN', null]);
    expect(words.row).toMatch(/^CLEARML_AUTH_TOKEN is set and wins over the file here/);
    expect(words.review).toMatch(/^Nothing changes as long as CLEARML_AUTH_TOKEN/);
  });

  it('that does nothing, which is not worth a word', () => {
    expect(said(url, `${url}: old`, `${url}: new`, ['CLEARML_API_HOST', ''])).toEqual({
      row: null,
      review: 'ClearML will use “new”.',
    });
  });

  it('without what is secret in its value', () => {
    expect(said(url, '', '', ['CLEARML_API_HOST', 'http://me:canary@host']).row).not.toContain('canary');
  });
});
