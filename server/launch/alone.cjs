'use strict';
const { randomBytes } = require('node:crypto');
const { linkSync, mkdirSync, readFileSync, rmdirSync, statSync, unlinkSync, writeFileSync } = require('node:fs');
const { hostname } = require('node:os');
const { dirname, join } = require('node:path');
const { root } = require('./repository.cjs');

const lock = join(root, 'dist', '.starting');
/** Held for the moment in which a lock is taken from a start that has died. */
const breaking = `${lock}.breaking`;
const pollMilliseconds = 100;
/** The number of a dead process may be given to another one, and of other machines none is known: age decides there. */
const oldest = 15 * 60 * 1000;
const oldestBreaking = 10 * 1000;

/** Runs this while no other start in this folder does. A start that was killed in the middle holds up nobody. */
function alone(act) {
  mkdirSync(dirname(lock), { recursive: true });
  for (let waits = 0; !take(); waits += 1) {
    if (waits === 1) console.log('Another start is at work in this folder; waiting for it …');
    if (isLeft(lock)) breakLock();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pollMilliseconds);
  }
  // A step that fails ends the program, so this is the only place that is always passed.
  process.once('exit', release);
  act();
  process.removeListener('exit', release);
  release();
}

/** Whole from its first moment: a name that is given to a finished file. */
function take() {
  const own = `${lock}.${randomBytes(6).toString('hex')}`;
  writeFileSync(own, JSON.stringify({ host: hostname(), program: process.pid }));
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    // Some file systems know no second names.
    return takeByWriting(own);
  } finally {
    unlinkSync(own);
  }
}

function takeByWriting(own) {
  try {
    writeFileSync(lock, readFileSync(own), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function release() {
  unlinkSync(lock);
}

/** Whether whoever took the lock is gone. */
function isLeft(path) {
  try {
    if (ageOf(path) > oldest) return true;
    const { host, program } = JSON.parse(readFileSync(path, 'utf8'));
    return host === hostname() && !runs(program);
  } catch {
    // It was given back just now, or is still being written.
    return false;
  }
}

function ageOf(path) {
  return Date.now() - statSync(path).mtimeMs;
}

function runs(program) {
  try {
    process.kill(program, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two that wait must not both take a dead lock away: the second would take the new one of the first. */
function breakLock() {
  if (!enterBreaking()) return;
  try {
    if (isLeft(lock)) unlinkSync(lock);
  } finally {
    rmdirSync(breaking);
  }
}

function enterBreaking() {
  try {
    mkdirSync(breaking);
    return true;
  } catch {
    // Another one is at it, or was killed in that very moment.
    if (isOldBreaking()) rmdirSync(breaking);
    return false;
  }
}

function isOldBreaking() {
  try {
    return ageOf(breaking) > oldestBreaking;
  } catch {
    return false;
  }
}

module.exports = { alone };
