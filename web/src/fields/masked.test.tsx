// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { open } from '../../test/bench.tsx';

afterEach(cleanup);

/** All that can be read of the forms: text, names for a screen reader, and what stands in boxes without dots. */
function readable(): string {
  const forms = [...document.querySelectorAll('.form')];
  const boxes = forms.flatMap((form) => [...form.querySelectorAll<HTMLInputElement>('input:not([type="password"])')]);
  const named = forms.flatMap((form) => [...form.querySelectorAll('[aria-label], [title]')]);
  return [
    ...forms.map(({ textContent }) => textContent),
    ...boxes.map(({ value }) => value),
    ...named.flatMap((one) => [one.getAttribute('aria-label'), one.getAttribute('title')]),
  ].join('\n');
}

function box(id: string): HTMLInputElement {
  const found = document.getElementById(id);
  if (!(found instanceof HTMLInputElement)) throw new Error(`no box ${id}`);
  return found;
}

describe('a form shows no secret', () => {
  it.each([
    ['an unknown key of an entry', 'sdk.aws.s3', 'credentials: [{ bucket: "b", session_token: "canary" }]'],
    ['an unknown key with digits', 'sdk.aws.s3', 'credentials: [{ bucket: "b", password: 5canary }]'],
    ['the title of an entry', 'sdk.aws.s3', 'credentials: [{ host: "https://me:canary@host/x" }]'],
    ['an entry that is a text', 'sdk.aws.s3', 'credentials: ["https://me:canary@host/x", { bucket: "b" }]'],
    ['a text', 'api', 'api_server: "https://me:canary@host"'],
    ['a text or a word', 'api', 'verify_certificate: "https://me:canary@host"'],
    ['a choice', 'agent', 'python_binary: "x", package_manager.type: "https://me:canary@host"'],
    ['a choice of a section', 'agent.package_manager', 'type: "https://me:canary@host"'],
    ['an item of a list', 'agent', 'extra_docker_arguments: ["-e", "HF_TOKEN=canary"]'],
    ['a word after an option', 'agent', 'extra_docker_arguments: ["--password", "canary"]'],
    ['a value of another kind', 'agent', 'extra_docker_arguments: { a: "HF_TOKEN=canary" }'],
    ['an expression', 'api', 'api_server: "https://me:canary@"${HOST}'],
    ['a list with an expression', 'agent', 'extra_docker_arguments: ["-e", "HF_TOKEN=canary", ${X}]'],
    ['a number that is a text', 'agent', 'worker_id: { token: canary }'],
  ])('%s', (_, section, text) => {
    open(`${section} { ${text} }`, section);
    expect(readable()).not.toContain('canary');
  });

  it('and says of a list with an expression which entries it has', () => {
    open('h: "minio:9000", sdk.aws.s3.credentials: [{ bucket: "b", host: ${h}, secret: "canary" }]', 'sdk.aws.s3');
    expect(readable()).not.toContain('canary');
    expect(readable()).toContain('bucket: "b", host: ${h}');
    expect(readable()).toContain('“minio:9000”');
  });

  it.each([
    ['an entry that is a text', '[${h}, "canary"]'],
    ['a text joined with an expression', 'canary${h}'],
    ['a nested list', '[[canary, ${h}]]'],
    ['an unknown key', '[{ password: canary, bucket: ${h}, k { token: canary } }]'],
  ])('nor where the list holds an expression: %s', (_, list) => {
    open(`h: "x", sdk.aws.s3.credentials: ${list}`, 'sdk.aws.s3');
    expect(readable()).not.toContain('canary');
  });

  it.each([
    ['a value', 'sdk.aws.boto3.s3', 'mine: "x", my_token: "canary"', 'sdk.aws.boto3.s3.*.0'],
    ['a card', 'files', 'mine { path: "x" }, my_token { path: "canary" }', 'files.0.path'],
  ])('nor where it moves into the box that somebody is in: %s', (_, section, text, id) => {
    open(`${section} { ${text} }`, section);
    fireEvent.focus(box(id));
    fireEvent.click(screen.getByLabelText('Remove: mine'));
    expect(box(id).value).toBe('canary');
    expect(readable()).not.toContain('canary');
  });

  it('nor where the text in the box that somebody is in becomes another one', () => {
    open('agent { extra_docker_arguments: ["mine", "HF_TOKEN=canary"] }', 'agent');
    const first = 'agent.extra_docker_arguments.0';
    fireEvent.focus(box(first));
    fireEvent.change(box(first), { target: { value: 'min' } });
    expect(box(first).value).toBe('min');
    fireEvent.click(
      screen.getAllByTitle('Remove').find((one) => one.getAttribute('aria-label')?.endsWith(', 1')) ?? box(first),
    );
    expect(box(first).value).toBe('HF_TOKEN=canary');
    expect(readable()).not.toContain('canary');
  });

  it('nor in a map of variables', () => {
    open('environment { A: "canary", "my.b": "canary2", C: { D: canary }, "https://me:canary@h": 1 }', 'environment');
    expect(readable()).not.toContain('canary');
  });
});
