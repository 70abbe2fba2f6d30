import { describe, expect, it } from 'vitest';
import { partsOf, sectionAt, sections, settingAt, settingNamed, settings, settingsIn } from './catalog.ts';

describe('the catalog', () => {
  it('finds a setting by the path it has in a document', () => {
    expect(settingAt(['api', 'api_server'])?.title).toBe('API server address');
    expect(settingAt(['sdk', 'aws', 's3', 'credentials', 3, 'host'])?.path).toBe('sdk.aws.s3.credentials[].host');
    expect(settingAt(['sdk', 'aws', 's3', 'credentials'])?.type).toBe('array');
  });

  it('finds no setting where ClearML has none', () => {
    expect(settingAt(['api', 'server'])).toBeUndefined();
    expect(settingAt(['sdk', 'aws', 's3', 'credentials', 'host'])).toBeUndefined();
    expect(settingAt(['api', 0])).toBeUndefined();
    expect(settingAt(['api', 'api_server', 'x'])).toBeUndefined();
    expect(settingAt(['__proto__', 'constructor'])).toBeUndefined();
    expect(settingAt([])).toBeUndefined();
  });

  it('keeps sections and settings apart', () => {
    expect(settingAt(['api', 'credentials'])).toBeUndefined();
    expect(sectionAt('api.credentials')).toMatchObject({ title: 'Sign-in keys', parent: 'api' });
    expect(sectionAt('sdk.aws.s3.credentials')).toBeUndefined();
    expect(settings.filter((setting) => sectionAt(setting.path))).toEqual([]);
  });

  it('names a parent that exists and comes first', () => {
    for (const section of sections) {
      const parent = section.parent === null ? undefined : sectionAt(section.parent);
      expect(parent?.order ?? -1).toBeLessThan(section.order);
      expect(parent === undefined).toBe(!section.path.includes('.'));
    }
  });

  it('starts with the connection', () => {
    expect(sections[0]?.path).toBe('api');
    expect(
      settingsIn('api')
        .map((setting) => setting.path)
        .slice(0, 3),
    ).toEqual(['api.web_server', 'api.api_server', 'api.files_server']);
  });

  it('shows a list of objects as one setting with parts', () => {
    expect(settingsIn('sdk.aws.s3').map((setting) => setting.path)).toContain('sdk.aws.s3.credentials');
    const parts = partsOf('sdk.aws.s3.credentials').map((part) => part.path);
    expect(parts).toContain('sdk.aws.s3.credentials[].bucket');
    expect(partsOf('api.api_server')).toEqual([]);
  });

  it('reaches every setting through its section or its list', () => {
    const direct = sections.flatMap((section) => settingsIn(section.path));
    const roots = settings.filter((setting) => !/[.[]/.test(setting.path));
    const reached = new Set([...roots, ...direct, ...settings.filter((setting) => /\[\]|\*/.test(setting.path))]);
    expect(settings.filter((setting) => !reached.has(setting))).toEqual([]);
    expect(settingNamed('sdk.aws.s3.credentials[].key')?.['x-secret']).toBe(true);
  });
});
