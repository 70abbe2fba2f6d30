'use strict';
// This file must run on any Node, however old: it says in one sentence what is missing.

const needed = [20, 19];

/** Ends the program when Node is too old for it. */
function requireNode() {
  const found = process.versions.node.split('.').map(Number);
  const enough = found[0] > needed[0] || (found[0] === needed[0] && found[1] >= needed[1]);
  if (enough) return;
  const cure = 'get it from https://nodejs.org and run the command again.';
  const sentence = `clearml-conf needs Node ${needed.join('.')} or newer, and this is Node ${process.versions.node}: ${cure}`;
  console.error(sentence);
  process.exit(1);
}

module.exports = { requireNode };
