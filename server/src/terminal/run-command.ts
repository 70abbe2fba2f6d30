import { readFile } from 'node:fs/promises';
import { resolve as resolvePath } from 'node:path';
import type { CheckConnectionCommand, EditCommand, EditTarget, TerminalCommand } from '../arguments.ts';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { whichFile } from '../surroundings/which-file.ts';
import { applyGivenEdits, setValue, type Target, unsetValue } from './change.ts';
import { listDrift } from './drift.ts';
import { explain } from './explain.ts';
import { getValue } from './get.ts';
import { type GivenEdits, givenEdits } from './given-edits.ts';
import { listHistory, restore } from './history.ts';
import type { Outcome } from './outcome.ts';
import { failure, jsonLine } from './outcome.ts';
import { type FileReport, reportFile } from './read.ts';
import { editing } from './sentences.ts';

/** Carries out a command that needs no page and answers at once. `input` gives the whole of standard input. */
export async function runCommand(
  command: Exclude<TerminalCommand, CheckConnectionCommand>,
  surroundings: Surroundings,
  input: () => Promise<string>,
): Promise<Outcome> {
  switch (command.kind) {
    case 'read':
      return read(command.files, surroundings);
    case 'get':
      return getValue(command.path, fileNamed(command.file, surroundings), surroundings);
    case 'explain':
      return explain(command.path, command.file, surroundings);
    case 'drift':
      return listDrift(command.paths, surroundings);
    case 'set': {
      const value = command.value === '-' ? withoutLastLineEnd(await input()) : command.value;
      // A command that failed before the pipe brings nothing either, and must not empty a password.
      if (command.value === '-' && value === '') return failure(editing.nothingGiven(command.path));
      return setValue(command.path, value, command.replace, targetOf(command, surroundings));
    }
    case 'unset':
      return unsetValue(command.path, command.replace, targetOf(command, surroundings));
    case 'edit':
      return edit(command, surroundings);
    case 'history':
      return listHistory(fileNamed(command.file, surroundings), surroundings);
    case 'restore':
      return restore(command.id, targetOf(command, surroundings));
  }
}

async function read(files: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  const reports: FileReport[] = [];
  for (const file of files) reports.push(await reportFile(file, surroundings));
  const output = reports.map(jsonLine).join('');
  return { exitCode: reports.some((report) => 'problems' in report) ? 1 : 0, output };
}

async function edit(command: EditCommand, surroundings: Surroundings): Promise<Outcome> {
  const given = await editsIn(resolvePath(surroundings.folder, command.edits));
  if (given === null) return failure(editing.editsUnreadable(command.edits));
  if (given.ok) return applyGivenEdits(given.edits, command.replace, targetOf(command, surroundings));
  const { row } = given;
  return failure(row === null ? editing.editsNoList(command.edits) : editing.notAnEdit(command.edits, row));
}

function editsIn(path: string): Promise<GivenEdits | null> {
  return readFile(path, 'utf8').then(givenEdits, () => null);
}

function targetOf(command: EditTarget, surroundings: Surroundings): Target {
  const file = fileNamed(command.file, surroundings);
  return { file, surroundings, dryRun: command.dryRun };
}

/** As the person calls it, or the full path of the one ClearML reads here. */
function fileNamed(file: string | null, surroundings: Surroundings): string {
  return file ?? whichFile(null, surroundings).path;
}

/** `echo` and the like end their output with a line end that is not meant. */
function withoutLastLineEnd(text: string): string {
  return text.replace(/\r?\n$/, '');
}
