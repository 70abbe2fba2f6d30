'use strict';
const { createHash, randomBytes } = require('node:crypto');
const { linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } = require('node:fs');
const { hostname } = require('node:os');
const { dirname, join } = require('node:path');
const { root } = require('./repository.cjs');

const lock = join(root, 'dist', '.starting');
const pollMilliseconds = 100;
/** The number of a dead process may be given to another one, and of other machines none is known: age decides there. */
const oldest = 15 * 60 * 1000;

/** Runs this while no other start in this folder does. A start that was killed in the middle holds up nobody. */
function alone(act) {
  mkdirSync(dirname(lock), { recursive: true });
  const own = JSON.stringify({ host: hostname(), program: process.pid, random: randomBytes(6).toString('hex') });
  for (let waits = 0; !take(lock, own); waits += 1) {
    if (waits === 1) console.log('Another start is at work in this folder; waiting for it …');
    breakIfLeft(lock, own);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pollMilliseconds);
  }
  const release = () => giveBack(lock, own);
  // A step that fails ends the program, so this is the only place that is always passed.
  process.once('exit', release);
  act();
  process.removeListener('exit', release);
  release();
}

/** Whole from its first moment: a name that is given to a finished file. */
function take(path, own) {
  const finished = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(finished, own);
  try {
    linkSync(finished, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    // Some file systems know no second names.
    return takeByWriting(path, own);
  } finally {
    unlinkSync(finished);
  }
}

function takeByWriting(path, own) {
  try {
    writeFileSync(path, own, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes it only while it is the one meant: others may have taken it for left behind, and away. */
function giveBack(path, own) {
  if (read(path)?.text === own) unlinkSync(path);
}

/**
 * Takes a lock away whose owner is gone. Of two that wait, the second must not take the new lock of the first: only who
 * holds the claim to this very text, and no two locks have the same, may remove it. A claim is a lock too, so one that
 * was left behind is broken likewise.
 */
function breakIfLeft(path, own) {
  const left = read(path);
  if (left === undefined || !isLeft(left)) return;
  const claim = `${path}.${createHash('sha256').update(left.text).digest('hex').slice(0, 12)}`;
  if (!take(claim, own)) return breakIfLeft(claim, own);
  giveBack(path, left.text);
  giveBack(claim, own);
}

/** Nothing where it was given back just now. */
function read(path) {
  try {
    return { text: readFileSync(path, 'utf8'), age: Date.now() - statSync(path).mtimeMs };
  } catch {
    return undefined;
  }
}

/** Whether whoever took the lock is gone. */
function isLeft({ text, age }) {
  if (age > oldest) return true;
  try {
    const { host, program } = JSON.parse(text);
    return host === hostname() && !runs(program);
  } catch {
    // It is still being written.
    return false;
  }
}

function runs(program) {
  try {
    process.kill(program, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

module.exports = { alone };
