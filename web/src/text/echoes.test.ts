import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newEchoes } from './echoes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the echo of typing', () => {
  test('a late one does not take new letters back', () => {
    const bring = vi.fn();
    const echoes = newEchoes();
    echoes.await('a');
    echoes.await('ab');
    echoes.heard('a', bring);
    echoes.heard('ab', () => {});
    vi.runAllTimers();
    expect(bring).not.toHaveBeenCalled();
  });

  test('the newest is brought in, for it may hold more than was typed', () => {
    const bring = vi.fn();
    const echoes = newEchoes();
    echoes.await('a');
    echoes.heard('a', bring);
    expect(bring).toHaveBeenCalledOnce();
  });

  test('a text from elsewhere is brought in at once', () => {
    const bring = vi.fn();
    newEchoes().heard('other', bring);
    expect(bring).toHaveBeenCalledOnce();
  });

  test('an undo to a text that was typed a moment ago is brought in when nothing newer comes', () => {
    const bring = vi.fn();
    const echoes = newEchoes();
    echoes.await('a');
    echoes.await('ab');
    echoes.heard('a', bring);
    vi.runAllTimers();
    expect(bring).toHaveBeenCalledOnce();
  });

  test('typing goes on before a late echo is brought in', () => {
    const bring = vi.fn();
    const echoes = newEchoes();
    echoes.await('a');
    echoes.await('ab');
    echoes.heard('a', bring);
    echoes.await('abc');
    vi.runAllTimers();
    expect(bring).not.toHaveBeenCalled();
  });
});
