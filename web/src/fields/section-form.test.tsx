// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { open } from '../../test/bench.tsx';

afterEach(cleanup);

describe('typing', () => {
  it('sets a text', () => {
    const { type, text } = open('api {\n  api_server: "a"\n}\n', 'api');
    type('api.api_server', 'http://b');
    expect(text()).toBe('api {\n  api_server: "http://b"\n}\n');
  });

  it('keeps the spelling of a number', () => {
    const before = 'sdk { development { worker { report_period_sec: 2.0 } } }\n';
    const { type, text } = open(before, 'sdk.development.worker');
    type('sdk.development.worker.report_period_sec', '72.0');
    expect(text()).toBe(before.replace('2.0', '72.0'));
  });

  it('writes no letters where a number belongs, keeps them on screen and says why', () => {
    const before = 'sdk { metrics { file_history_size: 100 } }\n';
    const { type, text, edits } = open(before, 'sdk.metrics');
    type('sdk.metrics.file_history_size', '100x');
    expect(edits).toEqual([]);
    expect(text()).toBe(before);
    expect(document.getElementById('sdk.metrics.file_history_size')).toHaveProperty('value', '100x');
    expect(screen.getByText(/Not written yet: this needs a whole number/)).toBeTruthy();
  });

  it('gives back the number when letters are taken back', () => {
    const before = 'sdk { metrics { file_history_size: 100 } }\n';
    const { type, text, edits } = open(before, 'sdk.metrics');
    type('sdk.metrics.file_history_size', '100x');
    const row = document.querySelector('[data-setting="sdk.metrics.file_history_size"]');
    act(() => row?.querySelector<HTMLButtonElement>('[aria-label^="Undo this change"]')?.click());
    expect(document.getElementById('sdk.metrics.file_history_size')).toHaveProperty('value', '100');
    expect(edits).toEqual([]);
    expect(text()).toBe(before);
  });

  it.each([
    ['api {\n}\n', ['5', '50', '50a', '50abc']],
    ['sdk { metrics { images { quality: 87 } } }\n', ['8', '', '-', '-5', '-', '', '0', '0x', '0x10']],
    ['sdk { metrics { images { quality: 87 } } }\n', ['5', '50', '5x', '50x']],
  ])('keeps nothing of a number on whose way people typed something else (%#)', (before, letters) => {
    const id = 'sdk.metrics.images.quality';
    const { type, text } = open(before, 'sdk.metrics.images');
    act(() => document.getElementById(id)?.focus());
    for (const typed of letters) type(id, typed);
    expect(document.getElementById(id)).toHaveProperty('value', letters.at(-1));
    expect(screen.getByText(/Not written yet: this needs a whole number/)).toBeTruthy();
    expect(text()).toBe(before);
  });

  it('keeps a number of an earlier visit, and of the same one as soon as it is one again', () => {
    const id = 'sdk.metrics.images.quality';
    const { type, text, leaveAndReturn } = open('sdk.metrics.images.quality: 87\n', 'sdk.metrics.images');
    act(() => document.getElementById(id)?.focus());
    for (const typed of ['5', '50']) type(id, typed);
    leaveAndReturn();
    act(() => document.getElementById(id)?.focus());
    for (const typed of ['6', '6x']) type(id, typed);
    expect(text()).toBe('sdk.metrics.images.quality: 50\n');
    type(id, '6');
    expect(text()).toBe('sdk.metrics.images.quality: 6\n');
  });

  it('and nothing of an item on whose way people emptied its box', () => {
    const before = 'agent.extra_docker_arguments: ["--ipc=host"]\n';
    const { type, text } = open(before, 'agent');
    const id = 'agent.extra_docker_arguments.0';
    act(() => document.getElementById(id)?.focus());
    for (const typed of ['-', '--', '']) type(id, typed);
    expect(text()).toBe(before);
  });

  it('and taking it back in one visit leaves the file as it was', () => {
    const before = 'api {\n}\n';
    const { type, text } = open(before, 'api');
    const control = document.getElementById('api.api_server');
    act(() => control?.focus());
    type('api.api_server', 'h');
    type('api.api_server', '');
    expect(text()).toBe(before);
    expect(document.activeElement).toBe(control);
  });

  it.each([
    ['a secret', 'api.credentials', 'api.credentials.secret_key'],
    ['a part of an entry', 'sdk.aws.s3', 'sdk.aws.s3.credentials.0.bucket'],
  ])('and taking it back in one visit leaves %s as it was', (_, section, id) => {
    const before = 'sdk.aws.s3.credentials: [{ host: "minio:9000" }]\n';
    const { type, text } = open(before, section);
    act(() => document.getElementById(id)?.focus());
    type(id, 'h');
    expect(text()).not.toBe(before);
    type(id, '');
    expect(text()).toBe(before);
  });

  it('and emptying what was there writes empty text', () => {
    const { type, text } = open('api { api_server: "a" }\n', 'api');
    type('api.api_server', '');
    expect(text()).toBe('api { api_server: "" }\n');
  });
});

describe('a boolean', () => {
  const before = 'sdk { development { support_stopping: true } }\n';

  it('has three states, of which one takes it out of the file', () => {
    const { edits } = open(before, 'sdk.development');
    const states = screen
      .getByRole('radiogroup', { name: 'Let the web page stop your code' })
      .querySelectorAll('input');
    expect([...states].map(({ checked }) => checked)).toEqual([false, true, false]);
    const [unset] = states;
    if (unset) act(() => void fireEvent.click(unset));
    expect(edits).toEqual([{ op: 'unset', path: ['sdk', 'development', 'support_stopping'] }]);
  });
});

describe('the title of a setting', () => {
  it('chooses nothing when it is pressed, whatever its control', () => {
    const text = [
      'sdk { development { support_stopping: true, task_reuse_time_window_in_hours: "three days" }',
      '  aws { s3 { credentials: [{ bucket: "b" }] } } }',
      'environment { A: 1 }',
      '',
    ].join('\n');
    const { edits } = open(text, 'sdk.development', 'sdk.aws.s3');
    const titles = [...document.querySelectorAll<HTMLElement>('.row-title > :first-child')];
    expect(titles.length).toBeGreaterThan(10);
    for (const title of titles) act(() => title.click());
    expect(edits).toEqual([]);
  });

  it.each([
    ['a switch', 'sdk.development', 'sdk.development.support_stopping'],
    ['a list of objects', 'sdk.aws.s3', 'sdk.aws.s3.credentials'],
  ])('is no label of %s', (_, section, path) => {
    open('sdk { development { support_stopping: true } }\n', section);
    expect(document.querySelector(`[data-setting="${path}"] .row-title label`)).toBeNull();
  });
});

describe('a value that no control can hold', () => {
  it.each([
    [
      'a text where true or false belongs',
      'sdk { development { support_stopping: "yes, please" } }\n',
      '"yes, please"',
    ],
    ['a substitution', 'sdk { development { support_stopping: ${STOP} } }\n', '${STOP}'],
  ])('is shown as it is written: %s', (_, text, source) => {
    open(text, 'sdk.development');
    expect(screen.getByText(source).className).toBe('raw-source');
    expect(screen.queryByRole('radiogroup', { name: 'Let the web page stop your code' })).toBeNull();
  });

  it('shows a secret by dots all the same', () => {
    open('api { credentials { secret_key: ${SECRET}"tail-of-it" } }\n', 'api.credentials');
    const forms = [...document.querySelectorAll('.form')].map(({ innerHTML }) => innerHTML);
    expect(forms.join()).toContain('secret_key');
    expect(forms.join()).not.toContain('tail-of-it');
    expect(document.querySelector('.raw-source')?.textContent).toBe('••••••••');
  });
});

describe('a list of objects', () => {
  const before = [
    'sdk { aws { s3 { credentials: [',
    '  { host: "minio:9000", bucket: "data", key: "k", secret: "s" } # ours',
    '  { bucket: "other" }',
    '] } } }',
    '',
  ].join('\n');
  const press = (name: string) => act(() => void fireEvent.click(screen.getByRole('button', { name })));

  it('has a card with a title for each', () => {
    open(before, 'sdk.aws.s3');
    expect([...document.querySelectorAll('.card-title')].map((title) => title.textContent)).toEqual([
      'data · minio:9000',
      'other',
    ]);
  });

  it('changes one part of one entry', () => {
    const { type, text } = open(before, 'sdk.aws.s3');
    type('sdk.aws.s3.credentials.0.host', 'minio:9001');
    expect(text()).toBe(before.replace('minio:9000', 'minio:9001'));
  });

  it('removes one entry and leaves the other with its comment', () => {
    const { text } = open(before, 'sdk.aws.s3');
    press('Remove: other');
    expect(text()).toContain('{ host: "minio:9000", bucket: "data", key: "k", secret: "s" } # ours');
    expect(text()).not.toContain('"other"');
  });

  it('adds, fills in and moves an entry', () => {
    const { type, edits } = open(before, 'sdk.aws.s3');
    press('Add an entry');
    type('sdk.aws.s3.credentials.2.bucket', 'third');
    press('Move up: third');
    expect(edits.map(({ op }) => op)).toEqual(['append', 'set', 'move']);
    expect([...document.querySelectorAll('.card-title')].map((title) => title.textContent)).toEqual([
      'data · minio:9000',
      'third',
      'other',
    ]);
  });

  it('tells the boxes of its entries apart', () => {
    const { text } = open(before, 'sdk.aws.s3');
    press('Duplicate: other');
    const names = [...document.querySelectorAll('.card-part input[type="text"]')].map((box) =>
      box.getAttribute('aria-label'),
    );
    expect(names).toContain('Bucket, data · minio:9000');
    expect(names).toContain('Bucket, other (3)');
    expect(new Set(names).size).toBe(names.length);
    expect(text()).toContain('"other"');
  });

  it('duplicates an entry', () => {
    const { edits } = open(before, 'sdk.aws.s3');
    press('Duplicate: other');
    expect(edits).toEqual([
      { op: 'append', path: ['sdk', 'aws', 's3', 'credentials'], value: new Map([['bucket', 'other']]) },
    ]);
  });
});

describe('a rule with conditions', () => {
  const before = [
    'agent.default_docker.match_rules: [',
    '  { image: "python:3.11", arguments: ["-e", "A=1"], odd: { a: 5 },',
    '    match: { project: "demo", script: { binary: "python3.10$", requirements: { pip: { torch: "~=2.6" } } } } }',
    ']',
    '',
  ].join('\n');
  const rule = 'agent.default_docker.match_rules.0';

  it('shows all that the catalog knows in boxes, however deep, and the rest as it is written', () => {
    open(before, 'agent.default_docker');
    const held = ['match.project.0', 'match.script.binary.0', 'match.script.requirements.pip.0'].map(
      (place) =>
        document.getElementById(`${rule}.${place}`) ?? document.getElementById(`${rule}.${place.slice(0, -2)}`),
    );
    expect(held.map((box) => (box instanceof HTMLInputElement ? box.value : null))).toEqual([
      'demo',
      'python3.10$',
      '~=2.6',
    ]);
    const sources = [...document.querySelectorAll('.card .raw-source')].map((source) => source.textContent);
    expect(sources).toEqual(['["-e", "A=1"]', '{a: 5}']);
  });

  it('changes one condition alone', () => {
    const { type, text } = open(before, 'agent.default_docker');
    type(`${rule}.match.script.binary`, 'python3.11$');
    expect(text()).toBe(before.replace('python3.10$', 'python3.11$'));
  });

  it('says how many rules there are without any, and that only ClearML Enterprise reads them', () => {
    open('', 'agent.default_docker');
    const row = document.querySelector('[data-setting="agent.default_docker.match_rules"]');
    expect(row?.textContent).toContain('default: 8 entries');
    expect(row?.textContent).toContain('only in ClearML Enterprise');
  });
});
