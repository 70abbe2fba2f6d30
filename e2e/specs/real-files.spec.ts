import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { canHold, type PlainOption, plainOptions, valueAt, withValue } from '../catalog-options.ts';
import { folders, isObject, type Json, type RecordedFile, recordedFiles } from '../real-files.ts';
import { newSaver } from '../saving.ts';
import { expect, test } from '../test.ts';
import type { Environment, Workplace } from '../workplace.ts';

interface Report {
  readonly value?: Json;
  readonly problems?: readonly { readonly code: string; readonly clearml?: { line: number; column: number } }[];
}

const edited: Readonly<Record<PlainOption['type'], Json>> = {
  string: 'https://edited.example/by?the=test#1',
  boolean: true,
  integer: 4321,
  number: 43.5,
};

async function readIn(workplace: Workplace, name: string, environment: Environment = {}): Promise<Report> {
  const { stdout } = await workplace.terminal(['read', name], { environment });
  return JSON.parse(stdout);
}

/** One option of the list that differs from file to file, but is the same in every run. */
function pick(options: readonly PlainOption[], name: string): PlainOption | undefined {
  const number = createHash('sha256').update(name).digest().readUInt32BE(0);
  return options[number % options.length];
}

test('there are files to look at in every folder that is named', async () => {
  const others = folders.length - 1;
  const note = 'REAL_FILES is not set: NOTHING BUT OUR OWN FIXTURES IS TESTED. Give it folders with real files.';
  console.log(others === 0 ? `\n  ${note}\n` : `  our own fixtures and ${others} folders of REAL_FILES`);
  for (const folder of folders) expect((await recordedFiles(folder)).length, folder).toBeGreaterThan(0);
});

for (const folder of folders) {
  test.describe(`each file in ${basename(folder)}`, () => {
    test.setTimeout(300_000);

    test('is read as ClearML reads it, or refused like it', async ({ workplace }) => {
      const files = await recordedFiles(folder);
      let samePlace = 0;
      for (const file of files) {
        await workplace.file(file.name, file.bytes);
        const report = await readIn(workplace, file.name);
        if (file.value !== null) expect.soft(report.value, file.name).toEqual(file.value);
        else expect.soft(report.problems?.length, file.name).toBeGreaterThan(0);
        const { clearml } = report.problems?.[0] ?? {};
        if (file.refusedAt && clearml?.line === file.refusedAt.line && clearml.column === file.refusedAt.column) {
          samePlace += 1;
        }
        if (!file.inEnvironment) continue;
        const { environment, read } = file.inEnvironment;
        expect
          .soft((await readIn(workplace, file.name, environment)).value, `${file.name}, with variables`)
          .toEqual(read);
      }
      const refused = files.filter(({ value }) => value === null);
      const placed = refused.filter(({ refusedAt }) => refusedAt !== null).length;
      console.log(
        `  ${files.length} files: ${files.length - refused.length} read, ${refused.length} refused, ${samePlace} of ${placed} at the very place ClearML names`,
      );
    });

    test('is the same after a save of what was opened', async ({ workplace }) => {
      for (const file of await recordedFiles(folder)) {
        const path = await workplace.file(file.name, file.bytes);
        const program = await workplace.start({ path });
        const saver = await newSaver(program);
        expect.soft(await saver.save(file.bytes), file.name).toBe(204);
        expect.soft((await readFile(path)).equals(file.bytes), file.name).toBe(true);
        await program.stop();
      }
    });

    test('changes only in the lines of an option that is edited, and reads back', async ({ workplace }) => {
      const options = await plainOptions();
      let edits = 0;
      for (const file of await recordedFiles(folder)) {
        if (!isObject(file.value)) continue;
        const { value } = file;
        const there = options.filter(
          ({ path }) => !isObject(valueAt(value, path)) && valueAt(value, path) !== undefined,
        );
        const absent = options.filter(({ path }) => valueAt(value, path) === undefined && canHold(value, path));
        for (const option of [pick(there, file.name), pick(absent, file.name)]) {
          if (!option) continue;
          await editAndCompare(workplace, file, option);
          edits += 1;
        }
      }
      console.log(`  ${edits} edits`);
      expect(edits).toBeGreaterThan(0);
    });
  });
}

async function editAndCompare(workplace: Workplace, file: RecordedFile, { path, type }: PlainOption): Promise<void> {
  const value = edited[type];
  const about = `${file.name}, ${path.join('.')}`;
  await workplace.file(file.name, file.bytes);
  const words = ['set', path.join('.'), JSON.stringify(value), '--replace', '--file', file.name];
  expect.soft(await workplace.terminal(words), about).toMatchObject({
    exitCode: 0,
    // What is said of the value is no error.
    stderr: expect.stringMatching(/^(?:Mind, .*\n)*$/),
  });
  const before = file.bytes.toString('utf8');
  const after = await readFile(`${workplace.folder}/${file.name}`, 'utf8');
  const isThere = valueAt(file.value, path) !== undefined;
  const { removed, added } = changedLines(before, after);
  expect.soft(removed, `${about}: lines that are gone`).toBeLessThanOrEqual(1);
  expect.soft(added, `${about}: lines that are new`).toBeLessThanOrEqual(isThere ? 1 : 2 * path.length + 1);
  const report = await readIn(workplace, file.name);
  expect.soft(report.value, about).toEqual(withValue(file.value, path, value));
}

/** How many lines differ between the equal beginnings and the equal ends of two texts. */
function changedLines(before: string, after: string): { readonly removed: number; readonly added: number } {
  const old = before.split('\n');
  const now = after.split('\n');
  let start = 0;
  while (start < old.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  return { removed: old.length - start - end, added: now.length - start - end };
}
