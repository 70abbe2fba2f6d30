'use strict';
const { existsSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { digestOf, filesIn, readStamp, root, writeStamp } = require('./repository.cjs');
const { runStep } = require('./step.cjs');

const stamp = 'dist/.built';
const sources = ['web', 'server/src', 'shared/src', 'package.json', 'pnpm-lock.yaml'];
const built = join(root, 'dist', 'main.js');

/** Whether what lies in dist was built from these very sources. */
function isBuilt() {
  return existsSync(built) && readStamp(stamp) === stampOf(digestOf(filesIn(sources)));
}

/** Builds program and page where that is needed. */
function build() {
  const digest = digestOf(filesIn(sources));
  if (isBuilt()) return;
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
  const words = [vite, 'build', '--app', '--config', 'web/vite.config.ts', '--logLevel', 'warn'];
  runStep('Building the page …', process.execPath, words);
  writeStamp(stamp, stampOf(digest));
}

/** Names the very file that was built, so that a build made in another way is noticed. */
function stampOf(digest) {
  const { mtimeMs, size } = statSync(built);
  return `${digest} ${mtimeMs} ${size}`;
}

module.exports = { build, isBuilt };
