// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { open } from '../../test/bench.tsx';

afterEach(cleanup);

const box = (id: string) => document.getElementById(id);
const press = (name: string | RegExp) => act(() => void fireEvent.click(screen.getByRole('button', { name })));
const markup = () => [...document.querySelectorAll('.form')].map(({ innerHTML }) => innerHTML).join();
const isShown = (id: string) => box(id)?.getAttribute('type') !== 'password';

describe('a secret that is shown', () => {
  const keys = 'api { credentials { access_key: "one", secret_key: "two" } }\n';
  const entries = 'sdk.aws.s3.credentials: [{ bucket: "a", secret: "one" }, { bucket: "b", secret: "two" }]\n';

  it('is hidden when another one is shown', () => {
    open(keys, 'api.credentials');
    press('Show: Access key');
    expect(isShown('api.credentials.access_key')).toBe(true);
    press('Show: Secret key');
    expect([isShown('api.credentials.access_key'), isShown('api.credentials.secret_key')]).toEqual([false, true]);
  });

  it('is hidden when its section is left, also for who comes back', () => {
    const { leaveAndReturn } = open(keys, 'api.credentials');
    press('Show: Secret key');
    leaveAndReturn();
    expect(isShown('api.credentials.secret_key')).toBe(false);
  });

  it('stands in no markup while it is hidden', () => {
    const { type } = open(
      'api { credentials { access_key: "canary-1", secret_key: "canary-2" } }\n',
      'api.credentials',
    );
    expect(box('api.credentials.secret_key')).toHaveProperty('value', 'canary-2');
    expect(markup()).not.toContain('canary');
    type('api.credentials.secret_key', 'canary-3');
    expect(box('api.credentials.secret_key')).toHaveProperty('value', 'canary-3');
    press('Show: Secret key');
    press('Hide: Secret key');
    expect(markup()).not.toContain('canary');
  });

  it('stays while it is typed in', () => {
    const { type } = open(keys, 'api.credentials');
    press('Show: Secret key');
    type('api.credentials.secret_key', 'twoo');
    expect(isShown('api.credentials.secret_key')).toBe(true);
  });

  it.each([
    ['removed', 'Remove: a'],
    ['moved down', 'Move down: a'],
  ])('does not show that of the next entry when its own is %s', (_, name) => {
    open(entries, 'sdk.aws.s3');
    press('Show: Secret key, a');
    press(name);
    expect(box('sdk.aws.s3.credentials.0.secret')).toHaveProperty('value', 'two');
    expect(isShown('sdk.aws.s3.credentials.0.secret')).toBe(false);
  });

  it('of several lines can only be typed in while it is shown, and keeps its lines', () => {
    const { type, text } = open('environment { KEY: "one\\ntwo" }\n', 'environment');
    expect(box('environment.0')).toHaveProperty('readOnly', true);
    press('Show: Value: KEY');
    expect(box('environment.0')?.tagName).toBe('TEXTAREA');
    type('environment.0', 'one\nthree');
    expect(text()).toBe('environment { KEY: "one\\nthree" }\n');
  });
});
