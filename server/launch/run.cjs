'use strict';
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { root } = require('./repository.cjs');

/** Runs the built program in this process, standing where the person stands: npm itself moves to the checkout. */
function run() {
  if (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  import(pathToFileURL(join(root, 'dist', 'main.js')).href).catch((error) => {
    console.error(error);
    process.exit(1);
  });
}

module.exports = { run };
