// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { open } from '../../test/bench.tsx';
import { routeOf } from '../route/route.ts';

afterEach(cleanup);

describe('a map', () => {
  const before = 'sdk.aws.s3.extra_args {\n  COUNT: 4\n  FLAG: true\n  GROUP { a: 1 }\n}\n';
  const place = (at: number) => `sdk.aws.s3.extra_args.${at}`;

  it('keeps a number a number, and true or false what it is', () => {
    const { type, text } = open(before, 'sdk.aws.s3');
    act(() => document.getElementById(place(0))?.focus());
    type(place(0), '');
    type(place(0), '8');
    act(() => document.getElementById(place(1))?.focus());
    type(place(1), 'false');
    expect(text()).toBe(before.replace('4', '8').replace('true', 'false'));
  });

  it.each(['environment', 'environment.A', 'environment.*'])('of its own is where the address %s leads', (path) => {
    expect(routeOf(`#/${path}`)).toMatchObject({ view: 'section', section: 'environment' });
  });

  it('that stands in no section gets its first name and value, and loses them again', () => {
    const { type, text } = open('api {\n}\n', 'environment');
    type('environment.new', 'HTTPS_PROXY');
    act(() => void fireEvent.click(screen.getByRole('button', { name: 'Add a row' })));
    type('environment.0', 'http://proxy');
    expect(text()).toBe('api {\n}\nenvironment {\n    HTTPS_PROXY: "http://proxy"\n}\n');
    act(() => void fireEvent.click(screen.getByRole('button', { name: 'Remove: HTTPS_PROXY' })));
    expect(text()).toBe('api {\n}\n');
  });

  it('of all other keys of a section leaves the settings of that section alone', () => {
    const held = 'sdk.aws.boto3.s3 {\n  addressing_style: "path"\n  use_dualstack_endpoint: true # ours\n}\n';
    const { type, text, edits } = open(held, 'sdk.aws.boto3.s3');
    expect(document.getElementById('sdk.aws.boto3.s3.*.0')).toHaveProperty('value', 'true');
    type('sdk.aws.boto3.s3.*.0', 'false');
    type('sdk.aws.boto3.s3.*.new', 'us_east_1_regional_endpoint');
    act(() => void fireEvent.click(screen.getByRole('button', { name: 'Add a row' })));
    expect(text()).toBe(
      held.replace('true # ours', 'false # ours').replace('}', '  us_east_1_regional_endpoint: ""\n}'),
    );
    expect(edits.map(({ path }) => path.join('.'))).toEqual([
      'sdk.aws.boto3.s3.use_dualstack_endpoint',
      'sdk.aws.boto3.s3.us_east_1_regional_endpoint',
    ]);
  });

  it('of all other keys is taken out and taken back key by key', () => {
    const held = 'sdk.aws.boto3.s3 {\n  addressing_style: "path"\n  one: 1\n  two: 2\n}\n';
    const { text } = open(held, 'sdk.aws.boto3.s3');
    const press = (name: RegExp) => {
      const row = document.querySelector('[data-setting="sdk.aws.boto3.s3.*"]');
      const button = [...(row?.querySelectorAll('button') ?? [])].find((one) =>
        name.test(one.getAttribute('aria-label') ?? ''),
      );
      act(() => button?.click());
    };
    press(/^Take it out/);
    expect(text()).toBe('sdk.aws.boto3.s3 {\n  addressing_style: "path"\n}\n');
    expect(document.getElementById('sdk.aws.boto3.s3.*.0')).toBeNull();
    press(/^Undo this change/);
    expect(text()).toBe(held);
    // What comes from outside of the form is shown too.
    expect(document.getElementById('sdk.aws.boto3.s3.*.1')).toHaveProperty('value', '2');
  });

  it('shows a group as it is written, with no box to type over it', () => {
    open(before, 'sdk.aws.s3');
    expect(document.getElementById(place(2))).toBeNull();
    expect(screen.getByText('{a: 1}')).toBeTruthy();
  });
});
