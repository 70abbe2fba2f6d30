'use strict';
// Required before a program: kills it, as the system would, at the file call whose number is in KILL_AT. A write is
// stopped in its middle. Without KILL_AT it says at the end how many file calls there were.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const killAt = Number(process.env.KILL_AT ?? Number.POSITIVE_INFINITY);
let calls = 0;

function counted(owner, name, beforeKill = () => undefined) {
  const original = owner[name];
  owner[name] = function call(...words) {
    calls += 1;
    if (calls === killAt) {
      beforeKill.call(this, ...words);
      process.kill(process.pid, 'SIGKILL');
      // The signal comes while this waits; nothing else may happen.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    return original.apply(this, words);
  };
}

function writeHalf(bytes, offset, length, position) {
  if (length > 1) fs.writeSync(this.fd, bytes, offset, Math.floor(length / 2), position);
}

async function prepare() {
  const handle = await fs.promises.open(__filename, 'r');
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  counted(prototype, 'write', writeHalf);
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
  if (process.env.KILL_AT === undefined) console.error(`file calls: ${calls}`);
});
