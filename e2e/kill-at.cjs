'use strict';
// Required before a program: stops it in the middle of its file calls, as the system would. KILL_AT is the number of the
// call, KILL_WRITING the file whose write is meant, the first one or the one that KILL_WRITE counts; a write is stopped when
// half of it is done. KILL_WITH names another signal than SIGKILL: one that a program may answer, so the call goes on, and the
// signal comes again at each later call, as from somebody who does not want to wait. With DEAF it answers none. Without any of
// them it says at the end how many file calls there were.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const {
  KILL_AT: at,
  KILL_WRITING: writing,
  KILL_WRITE: write = '1',
  KILL_WITH: signal = 'SIGKILL',
  DEAF,
} = process.env;
const killAt = Number(at ?? Number.POSITIVE_INFINITY);
let calls = 0;
let writes = 0;
let sent = false;

function counted(owner, name, isMeant = () => false, beforeKill = () => undefined) {
  const original = owner[name];
  owner[name] = function call(...words) {
    calls += 1;
    if (!sent && (calls === killAt || isMeant.call(this))) {
      sent = true;
      beforeKill.call(this, ...words);
    }
    if (sent) {
      process.kill(process.pid, signal);
      // The signal comes while this waits; nothing else may happen.
      if (signal === 'SIGKILL') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    return original.apply(this, words);
  };
}

function writesToIt() {
  if (writing === undefined || fs.fstatSync(this.fd).ino !== fs.statSync(writing).ino) return false;
  writes += 1;
  return writes === Number(write);
}

function writeHalf(bytes, offset, length, position) {
  if (length > 1) fs.writeSync(this.fd, bytes, offset, Math.floor(length / 2), position);
}

/** The calls of an open file have no other place than what all of them have in common, which the first one shows. */
function countFileCalls(prototype) {
  counted(prototype, 'write', writesToIt, writeHalf);
  for (const name of ['read', 'truncate', 'sync', 'chmod', 'chown', 'stat', 'close']) counted(prototype, name);
}

function showingFirst(open) {
  let isShown = false;
  return async function opened(...words) {
    const handle = await open.apply(this, words);
    if (!isShown) countFileCalls(Object.getPrototypeOf(handle));
    isShown = true;
    return handle;
  };
}

for (const name of ['open', 'access', 'lstat', 'mkdir', 'readdir', 'readlink', 'realpath', 'unlink']) {
  counted(fs.promises, name);
}
for (const name of ['linkSync', 'renameSync']) counted(fs, name);
fs.promises.open = showingFirst(fs.promises.open);
syncBuiltinESMExports();
if (DEAF) {
  const listen = process.on;
  process.on = function on(name, ...words) {
    return /^SIG/.test(name) ? this : listen.call(this, name, ...words);
  };
}
process.on('exit', () => {
  if (at === undefined && writing === undefined) console.error(`file calls: ${calls}`);
});
