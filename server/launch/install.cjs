'use strict';
const { digestOf, readStamp, writeStamp } = require('./repository.cjs');
const { runStep } = require('./step.cjs');

const stamp = 'node_modules/.clearml-conf-installed';
const lists = [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'e2e/package.json',
  'server/package.json',
  'shared/package.json',
  'web/package.json',
];
const words = ['--yes', '--prefer-offline', 'pnpm@10.34.9', 'install', '--frozen-lockfile', '--prefer-offline'];

/** Whether the lists of packages are the ones of the last time. */
function isInstalled() {
  return readStamp(stamp) === digestOf(lists);
}

/** Brings the packages; where they are there already, no registry is asked. */
function install() {
  const digest = digestOf(lists);
  if (readStamp(stamp) === digest) return;
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  runStep('Installing the packages clearml-conf is built from (the first time this takes a moment) …', npx, words);
  writeStamp(stamp, digest);
}

module.exports = { install, isInstalled };
