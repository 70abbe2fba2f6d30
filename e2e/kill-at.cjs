'use strict';
// Required before a program: stops it in the middle of its file calls, as the system would. KILL_AT is the number of the
// call, KILL_WRITING the file whose first write is meant; a write is stopped when half of it is done. KILL_WITH names
// another signal than SIGKILL: one that a program may answer, so the call goes on, and the signal comes again at each later
// call, as from somebody who does not want to wait. Without any of them it says at the end how many file calls there were.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const { KILL_AT: at, KILL_WRITING: writing, KILL_WITH: signal = 'SIGKILL' } = process.env;
const killAt = Number(at ?? Number.POSITIVE_INFINITY);
let calls = 0;
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
  return writing !== undefined && fs.fstatSync(this.fd).ino === fs.statSync(writing).ino;
}

function writeHalf(bytes, offset, length, position) {
  if (length > 1) fs.writeSync(this.fd, bytes, offset, Math.floor(length / 2), position);
}

async function prepare() {
  const handle = await fs.promises.open(__filename, 'r');
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  counted(prototype, 'write', writesToIt, writeHalf);
  for (const name of ['read', 'truncate', 'sync', 'chmod', 'chown', 'stat', 'close']) counted(prototype, name);
}

for (const name of ['open', 'access', 'lstat', 'mkdir', 'readdir', 'readlink', 'realpath', 'unlink']) {
  counted(fs.promises, name);
}
for (const name of ['linkSync', 'renameSync']) counted(fs, name);
syncBuiltinESMExports();
calls = Number.NEGATIVE_INFINITY;
void prepare().then(() => {
  calls = 0;
});
process.on('exit', () => {
  if (at === undefined && writing === undefined) console.error(`file calls: ${calls}`);
});
