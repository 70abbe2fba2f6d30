'use strict';
const { spawnSync } = require('node:child_process');
const { root } = require('./repository.cjs');

/**
 * Runs one command with one line for the person; all it prints is shown only when it fails, and then this ends too.
 * `words` are constants of ours without blanks or quotes, so that the shell Windows needs for `.cmd` reads them as they are.
 */
function runStep(sentence, command, words) {
  console.log(sentence);
  const settings = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  const outcome = command.endsWith('.cmd')
    ? spawnSync([command].concat(words).join(' '), Object.assign({ shell: true }, settings))
    : spawnSync(command, words, settings);
  if (outcome.status === 0) return;
  if (outcome.stdout) console.error(outcome.stdout);
  if (outcome.stderr) console.error(outcome.stderr);
  console.error(outcome.error ? `It did not start: ${outcome.error.message}` : 'It failed; what it said stands above.');
  process.exit(1);
}

module.exports = { runStep };
