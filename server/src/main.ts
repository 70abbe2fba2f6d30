#!/usr/bin/env node
import { readArguments } from './arguments.ts';
import { serve } from './serve.ts';
import { ownSurroundings } from './surroundings.ts';
import { help, misuseSentence } from './terminal/sentences.ts';

const misused = 2;

async function main(): Promise<void> {
  const line = readArguments(process.argv.slice(2));
  if (!line.ok) {
    console.error(misuseSentence(line.misuse));
    process.exitCode = misused;
    return;
  }
  const { command } = line;
  const surroundings = ownSurroundings();
  if (command.kind === 'help') console.log(help);
  else if (command.kind === 'version') console.log(surroundings.versions.program);
  else if (command.kind === 'serve') await serve(command, surroundings);
}

await main();
