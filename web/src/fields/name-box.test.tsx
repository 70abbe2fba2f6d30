// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { open } from '../../test/bench.tsx';

afterEach(cleanup);

const file = '# mine\nenvironment {\n  # of the lab\n  HF_HOME: /data  # keep\n  OMP = 4\n}\n';

function box(at: number): HTMLInputElement {
  const found = document.getElementById(`environment.${at}.name`);
  if (!(found instanceof HTMLInputElement)) throw new Error(`no name ${at}`);
  return found;
}

function come(at: number): void {
  act(() => void fireEvent.focus(box(at)));
}

describe('the name of an entry of a map', () => {
  it('is typed over in its place: value, comments and the other entries stay', () => {
    const { type, text } = open(file, 'environment');
    come(0);
    for (const name of ['HF_HOM', 'HF_HO', 'HF_HOX']) type('environment.0.name', name);
    expect(text()).toBe(file.replace('HF_HOME', 'HF_HOX'));
    expect(box(0).value).toBe('HF_HOX');
    expect(box(1).value).toBe('OMP');
    type('environment.0', '/scratch');
    expect(text()).toBe(file.replace('HF_HOME', 'HF_HOX').replace('/data', '/scratch'));
    type('environment.0.name', 'HF_HOME');
    type('environment.0', '/data');
    expect(text()).toBe(file);
  });

  it.each([
    ['OMP', /is there already/],
    ['a"b', /cannot read a name/],
    ['HF=/data', /No variable has = in its name/],
    ['', /keeps “HF_HOME”/],
  ])('stays in the file while “%s” cannot be it', (name, sentence) => {
    const { type, text } = open(file, 'environment');
    come(0);
    type('environment.0.name', 'HF');
    type('environment.0.name', name);
    expect(text()).toBe(file);
    expect(box(0).value).toBe(name);
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(box(0).getAttribute('aria-invalid')).toBe('true');
    type('environment.0.name', 'X');
    expect(text()).toBe(file.replace('HF_HOME', 'X'));
    expect(screen.queryByText(sentence)).toBeNull();
  });

  it('is no name of a setting that has a row of its own', () => {
    const s3 = 'sdk.aws.boto3.s3 {\n  mine: 1\n}\n';
    const { type, text } = open(s3, 'sdk.aws.boto3.s3');
    type('sdk.aws.boto3.s3.*.0.name', 'payload_signing_enabled');
    expect(text()).toBe(s3);
    expect(screen.getByText(/a row of its own/)).toBeTruthy();
  });

  it('is only shown where it holds a secret', () => {
    open('environment { "https://me:canary@h": 1 }', 'environment');
    expect(document.getElementById('environment.0.name')).toBeNull();
  });

  it.each([
    ['a value', 'sdk.aws.boto3.s3', 'sdk.aws.boto3.s3 {\n  my_token: "canary"\n}\n', 'sdk.aws.boto3.s3.*.0'],
    ['a card', 'files', 'files {\n  my_token { path: "canary" }\n}\n', 'files.0'],
  ])('is not one under which a hidden secret would be seen: %s', (_, section, file, id) => {
    const { type, text } = open(file, section);
    type(`${id}.name`, 'my_toke');
    expect(text()).toBe(file);
    expect(screen.getByText(/would be seen/)).toBeTruthy();
    type(`${id}.name`, 'my_tokens_secret');
    expect(text()).toBe(file.replace('my_token', 'my_tokens_secret'));
  });

  it('can be typed over on a card', () => {
    const text = 'files {\n  # the kernel\n  k { path: "/x", contents: "c" }\n}\n';
    const bench = open(text, 'files');
    bench.type('files.0.name', 'kernel');
    expect(bench.text()).toBe(text.replace('  k {', '  kernel {'));
    bench.type('files.0.path', '/y');
    expect(bench.text()).toBe(text.replace('  k {', '  kernel {').replace('/x', '/y'));
  });
});
