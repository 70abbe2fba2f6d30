// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { open } from '../../test/bench.tsx';

afterEach(cleanup);

const entryOf = (text: string) => `sdk.aws.s3.credentials: [\n  ${text}\n]\n`;
const rest = () => document.querySelector<HTMLDetailsElement>('.card-rest');
const isLate = (part: string) => rest()?.contains(document.getElementById(`sdk.aws.s3.credentials.0.${part}`)) === true;

describe('a card with many fields', () => {
  it('keeps those back that few entries need', () => {
    open(entryOf('{ bucket: "b" }'), 'sdk.aws.s3');
    expect(rest()?.open).toBe(false);
    expect(['bucket', 'host', 'key', 'secret'].filter(isLate)).toEqual([]);
    expect(isLate('profile')).toBe(true);
  });

  it('shows what is set among the others', () => {
    open(entryOf('{ bucket: "b", profile: "p" }'), 'sdk.aws.s3');
    expect(isLate('profile')).toBe(false);
    expect(rest()?.open).toBe(false);
  });

  it('stays open where something in it was set, with what is being typed in its place', () => {
    const { type, text } = open(entryOf('{ bucket: "b" }'), 'sdk.aws.s3');
    act(() => rest()?.querySelector('summary')?.click());
    type('sdk.aws.s3.credentials.0.profile', 'p');
    expect(text()).toBe(entryOf('{ bucket: "b", profile: "p" }'));
    expect(rest()?.open).toBe(true);
    expect(isLate('profile')).toBe(true);
  });
});

it('shows all fields of a card where these are few', () => {
  open('sdk.azure.storage.containers: [ { account_name: "a" } ]\n', 'sdk.azure.storage');
  expect(rest()).toBeNull();
});
