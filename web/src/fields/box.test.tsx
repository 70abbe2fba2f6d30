// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { open } from '../../test/bench.tsx';

afterEach(cleanup);

function paste(id: string, text: string): void {
  const box = document.getElementById(id);
  if (!(box instanceof HTMLInputElement)) throw new Error(`no box ${id}`);
  act(() => void fireEvent.paste(box, { clipboardData: { getData: () => text } }));
}

describe('pasting into a box of one line', () => {
  it('says when line breaks were left out, until somebody types on', () => {
    const { type, text } = open('api {\n}\n', 'api');
    paste('api.api_server', 'https://api.\r\nexample.com\n');
    expect(document.getElementById('api.api_server')).toHaveProperty('value', 'https://api.example.com');
    expect(screen.getByText(/^Line breaks were left out/)).toBeTruthy();
    type('api.api_server', 'https://api.example.org');
    expect(screen.queryByText(/^Line breaks were left out/)).toBeNull();
    expect(text()).toBe('api {\n    api_server: "https://api.example.org"\n}\n');
  });

  it('takes the quotes off a path that Windows copied, and says so', () => {
    const { text } = open('sdk.storage.cache {\n}\n', 'sdk.storage.cache');
    paste('sdk.storage.cache.default_base_dir', '"C:\\data\\my cache"');
    expect(screen.getByText(/^The quotes/)).toBeTruthy();
    expect(text()).toBe('sdk.storage.cache {\n    default_base_dir: "C:\\\\data\\\\my cache"\n}\n');
  });
});

describe('a text that may have several lines', () => {
  it('has a box that keeps them', () => {
    const { type, text } = open('environment { A: "x" }\n', 'environment');
    act(() => void fireEvent.click(screen.getByRole('button', { name: 'Show: Value: A' })));
    type('environment.0', 'one\ntwo');
    expect(text()).toBe('environment { A: "one\\ntwo" }\n');
  });
});

describe('the value or text of a switch', () => {
  const switchBox = (name: string) => document.getElementById(`api.verify_certificate-${name}`);
  const press = (element: HTMLElement | null) => act(() => void fireEvent.click(element ?? document.body));

  it('asks for a path, and the file keeps its value until one is typed', () => {
    const { type, text } = open('api { verify_certificate: false }\n', 'api');
    press(switchBox('text'));
    expect(text()).toBe('api { verify_certificate: false }\n');
    type('api.verify_certificate', '/etc/ssl/ca.pem');
    expect(text()).toBe('api { verify_certificate: "/etc/ssl/ca.pem" }\n');
    press(switchBox('true'));
    expect(text()).toBe('api { verify_certificate: true }\n');
  });

  it('goes back to what the file says when nothing was typed', () => {
    const { type, text, edits } = open('api { verify_certificate: "/a" }\n', 'api');
    type('api.verify_certificate', '');
    expect(document.getElementById('api.verify_certificate')).toHaveProperty('value', '');
    act(() => void fireEvent.blur(document.getElementById('api.verify_certificate') ?? document.body));
    expect(document.getElementById('api.verify_certificate')).toHaveProperty('value', '/a');
    expect([text(), edits]).toEqual(['api { verify_certificate: "/a" }\n', []]);
  });
});

describe('a name that cannot be added to a map', () => {
  it.each([
    ['is there already', 'environment', 'environment', 'A', '“A” is there already'],
    ['could not be read', 'environment', 'environment', 'a"b', 'ClearML cannot read a name with quotes'],
    ['has a row of its own', 'sdk.aws.boto3.s3', 'sdk.aws.boto3.s3.*', 'addressing_style', 'a row of its own'],
  ])('says why: it %s', (_, section, id, name, reason) => {
    const { type } = open('environment { A: "x" }\n', section);
    type(`${id}.new`, name);
    expect(screen.getByRole('button', { name: 'Add a row' })).toHaveProperty('disabled', true);
    expect(document.getElementById(`${id}.new-fault`)?.textContent).toContain(reason);
  });
});

describe('an item of a list of whole numbers', () => {
  it('is written once it is one, and says so until then', () => {
    const { type, text } = open('api.http.extra_retry_codes: [500]\n', 'api.http');
    type('api.http.extra_retry_codes.0', '50x');
    expect(screen.getByText('Not written yet: this needs a whole number.')).toBeTruthy();
    expect(text()).toBe('api.http.extra_retry_codes: [500]\n');
    type('api.http.extra_retry_codes.0', '503');
    expect(text()).toBe('api.http.extra_retry_codes: [503]\n');
  });
});
