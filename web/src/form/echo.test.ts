import { describe, expect, it } from 'vitest';
import { echoOf } from './echo.ts';

describe('an amount in words', () => {
  it.each([
    ['seconds', '5400', '1 h 30 min'],
    ['seconds', '60', '1 min'],
    ['seconds', '59', null],
    ['seconds', '86400', '1 day'],
    ['seconds', '259261.5', '3 days 1 min 1.5 s'],
    ['seconds', '-1', null],
    ['seconds', '', null],
    ['seconds', '9x', null],
    ['hours', '72', '3 days'],
    ['hours', '1.5', '1 h 30 min'],
    ['hours', '12', null],
    ['bytes', '8388608', '8 MiB'],
    ['bytes', '10000000000', '10 GB'],
    ['bytes', '512', null],
    ['entries', '1000000', null],
  ] as const)('of %s: %s is %s', (unit, text, echo) => {
    expect(echoOf({ 'x-unit': unit }, text)).toBe(echo);
  });

  it.each([
    ['10GB', '10,000,000,000 B'],
    ['10 GiB', '10,737,418,240 B'],
    ['1.5 TB', '1,500,000,000,000 B'],
    ['2 kilobytes', '2,000 B'],
    ['2 mebibytes', '2,097,152 B'],
    ['42', null],
    ['1048576', '1 MiB'],
    ['10G', null],
    ['-1', null],
    ['10%', null],
  ])('of a size: %s is %s', (text, echo) => {
    expect(echoOf({ format: 'size', 'x-unit': 'bytes' }, text)).toBe(echo);
  });

  it.each([
    ['0.05', '5 %'],
    ['5', '5 %'],
    ['5%', null],
    ['1', '1 %'],
  ])('of a share: %s is %s', (text, echo) => {
    expect(echoOf({ 'x-unit': 'percent', type: ['string', 'number'] }, text)).toBe(echo);
  });

  it.each([
    ['600', 'rw-------'],
    ['0o755', 'rwxr-xr-x'],
    ['800', null],
  ])('of the permissions %s is %s', (text, echo) => {
    expect(echoOf({ format: 'octal' }, text)).toBe(echo);
  });
});
