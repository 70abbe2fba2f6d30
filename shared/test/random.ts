import fc from 'fast-check';

/**
 * Every run tries the same inputs: a fault that one in a million shows is met by whoever looks for it with another seed,
 * not by somebody else's change.
 */
fc.configureGlobal({ seed: 1 });

export { fc };
