import { describe, expect, it } from 'vitest';
import { hashOf, routeOf, showsSame } from './route.ts';

describe('the address of a place on the page', () => {
  it.each([
    ['', { view: 'start' }],
    ['#/', { view: 'start' }],
    ['#/connect', { view: 'connect' }],
    ['#/done', { view: 'done' }],
    ['#/nowhere', { view: 'nowhere', path: 'nowhere' }],
    ['#/%E0%A4%A', { view: 'nowhere', path: '%E0%A4%A' }],
    ['#/history', { view: 'history' }],
    ['#/text', { view: 'text' }],
    ['#/sdk.aws.s3', { view: 'section', section: 'sdk.aws.s3', setting: null }],
    ['#/sdk.aws.s3.region', { view: 'section', section: 'sdk.aws.s3', setting: 'sdk.aws.s3.region' }],
    ['#/constructor', { view: 'nowhere', path: 'constructor' }],
    ['#/?set&changed', { view: 'start' }],
    ['#/sdk.aws.s3?set', { view: 'section', section: 'sdk.aws.s3', setting: null }],
    ['#/text?set', { view: 'text' }],
  ])('%s is read', (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
  });

  it('is written so that it reads back', () => {
    expect(routeOf(hashOf('sdk.aws.s3.region'))).toMatchObject({ setting: 'sdk.aws.s3.region' });
    expect(routeOf(hashOf(null))).toEqual({ view: 'start' });
  });

  it.each([
    ['#/sdk.aws.s3', '#/sdk.aws.s3.region', true],
    ['#/sdk.aws.s3', '#/sdk.aws.s3?set', true],
    ['#/sdk.aws.s3', '#/api', false],
    ['#/sdk.aws.s3', '#/', false],
    ['#/text', '#/history', false],
    ['#/', '', true],
  ])('%s and %s show the same: %s', (one, other, same) => {
    expect(showsSame(routeOf(one), routeOf(other))).toBe(same);
  });
});
