#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import { readArguments } from './arguments.ts';
import { serve } from './serve.ts';
import { ownSurroundings } from './surroundings/surroundings.ts';
import { checkConnection } from './terminal/check-connection.ts';
import { commandHelp } from './terminal/help-sentences.ts';
import type { Outcome } from './terminal/outcome.ts';
import { misuse } from './terminal/outcome.ts';
import { runCommand } from './terminal/run-command.ts';
import { help, misuseSentence } from './terminal/sentences.ts';

async function main(): Promise<void> {
  const line = readArguments(process.argv.slice(2));
  if (!line.ok) return finish(misuse(misuseSentence(line.misuse)));
  const { command } = line;
  const surroundings = ownSurroundings();
  switch (command.kind) {
    case 'serve':
      return serve(command, surroundings);
    case 'help':
      return finish({ exitCode: 0, output: `${command.about === null ? help : commandHelp(command.about)}\n` });
    case 'version':
      return finish({ exitCode: 0, output: `${surroundings.versions.program}\n` });
    case 'check-connection':
      finish(await checkConnection(command, surroundings, (text) => process.stdout.write(text)));
      // The system may still be looking up a name that nobody waits for any more.
      return void process.stdout.write('', () => process.exit());
    default:
      return finish(await runCommand(command, surroundings, () => text(process.stdin)));
  }
}

/** Sets the exit code and lets the process end by itself, so that a long output reaches a slow reader whole. */
function finish({ exitCode, output, sentence }: Outcome): void {
  if (output !== undefined) process.stdout.write(output);
  if (sentence !== undefined) console.error(sentence);
  process.exitCode = exitCode;
}

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', () => undefined);
await main();
