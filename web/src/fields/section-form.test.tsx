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

  it('and taking it back in one visit leaves the file as it was', () => {
    const before = 'api {\n}\n';
    const { type, text } = open(before, 'api');
    const control = document.getElementById('api.api_server');
    act(() => control?.focus());
    type('api.api_server', 'h');
    type('api.api_server', '');
    act(() => control?.blur());
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
    expect(document.body.textContent).not.toContain('tail-of-it"}');
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

  it('duplicates an entry', () => {
    const { edits } = open(before, 'sdk.aws.s3');
    press('Duplicate: other');
    expect(edits.map(({ op }) => op)).toEqual(['append']);
  });
});
