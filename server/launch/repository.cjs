'use strict';
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

/** The top folder of the checkout. */
const root = resolve(__dirname, '..', '..');

/** These files and all in these folders, tests and installed packages left out. */
function filesIn(paths) {
  return paths.flatMap((path) => (statSync(join(root, path)).isDirectory() ? filesOfFolder(path) : [path]));
}

function filesOfFolder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ['node_modules', 'test'].includes(entry.name) ? [] : filesOfFolder(path);
    return /\.(test\.tsx?|tsbuildinfo)$/.test(entry.name) ? [] : [path];
  });
}

/** One digest for the names and contents of all these files, and for the kind of machine. */
function digestOf(files) {
  const digest = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of files.filter((one) => existsSync(join(root, one))).sort()) {
    digest.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return digest.digest('hex');
}

function readStamp(path) {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
}

function writeStamp(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

module.exports = { root, filesIn, digestOf, readStamp, writeStamp };
