import type { Edit } from '@clearml-conf/shared';
import { describe, expect, it } from 'vitest';
import { type Draft, draftOf } from './draft.ts';
import { type Apart, joinAsAnswered, joiningOf, joinQuietly, joinTheirs } from './join.ts';
import { outcomeOf } from './outcome.ts';
import { type Timeline, timelineOf, undo } from './timeline.ts';

const file = 'api {\n  api_server: "a"\n  web_server: "w"\n}\nagent {\n}\n';
const set = (path: string, value: string): Edit => ({ op: 'set', path: path.split('.'), value });
const server = set('api.api_server', 'mine');

function apart(disk: string, draft: Draft, past: readonly Draft[] = [draftOf(file)]): Apart {
  const timeline = { ...timelineOf(draft), past };
  return { file: { text: file, revision: 'r1' }, timeline, outside: { text: disk, revision: 'r2' } };
}

const edited = (...edits: readonly Edit[]): Draft => ({ base: file, edits });
const textOf = (timeline: Timeline | null) => timeline && outcomeOf(timeline.draft).text;

describe('a draft and a file that changed outside', () => {
  it('stand together quietly where nothing overlaps, and the edits stay edits', () => {
    const disk = `# seen\n${file.replace('"w"', '"theirs"')}`;
    const joined = joinQuietly(apart(disk, edited(server)));
    expect(textOf(joined)).toBe(disk.replace('"a"', '"mine"'));
    expect(joined?.draft).toEqual({ base: disk, edits: [server] });
    expect(joined && outcomeOf(undo(joined).draft).text).toBe(disk);
  });

  it('keep what was changed in the text only', () => {
    const typed = draftOf(`# mine\n${file}`);
    expect(textOf(joinQuietly(apart(file.replace('"w"', '"theirs"'), typed)))).toBe(
      `# mine\n${file.replace('"w"', '"theirs"')}`,
    );
  });

  it('keep a brace that was mended here beside a setting that was changed there', () => {
    const broken = file.replace('"w"\n}', '"w"\n');
    const there: Apart = {
      file: { text: broken, revision: 'r1' },
      timeline: timelineOf({ base: file, edits: [server] }),
      outside: { text: `${broken}# seen\n`, revision: 'r2' },
    };
    expect(textOf(joinQuietly(there))).toBe(`${file.replace('"a"', '"mine"')}# seen\n`);
  });

  it('keep what could not be written', () => {
    const draft = edited({ op: 'set', path: ['api', 'web_server', 'deep'], value: 1 }, server);
    expect(outcomeOf(draft).refusals).toHaveLength(1);
    const joined = joinQuietly(apart(`# seen\n${file}`, draft));
    expect(joined && outcomeOf(joined.draft).refusals).toHaveLength(1);
  });

  it('ask where both changed one line, and undo leads to the own side', () => {
    const there = apart(file.replace('"a"', '"theirs"'), edited(server));
    expect(joinQuietly(there)).toBeNull();
    expect(joiningOf(there, []).text).toBeNull();
    const theirs = joinAsAnswered(there, ['disk'], []);
    expect(textOf(theirs)).toBe(file.replace('"a"', '"theirs"'));
    expect(textOf(undo(theirs))).toBe(file.replace('"a"', '"mine"'));
    expect(textOf(joinAsAnswered(there, ['yours'], []))).toBe(file.replace('"a"', '"mine"'));
    expect(textOf(undo(joinTheirs(there)))).toBe(file.replace('"a"', '"mine"'));
  });

  it('stand together where both put different settings in at one place, and ask where it is the same one', () => {
    const put = (line: string) => file.replace('agent {\n', `agent {\n  ${line}\n`);
    const there = (theirs: string) => apart(put(theirs), draftOf(put('worker_name: "mine"')));
    expect(textOf(joinQuietly(there('git_user: "ann"')))).toBe(put('git_user: "ann"\n  worker_name: "mine"'));
    expect(joinQuietly(there('worker_name: "theirs"'))).toBeNull();
  });

  it('ask where both gave one setting a value in different lines', () => {
    const there = apart(
      file.replace('agent {\n', 'agent {\n  worker_name: "theirs"\n'),
      draftOf(`agent.worker_name: "mine"\n${file}`),
    );
    expect(joinQuietly(there)).toBeNull();
    expect(joiningOf(there, []).clashes).toEqual([
      { path: ['agent', 'worker_name'], disk: 'theirs', yours: 'mine', secret: false },
    ]);
    const mine = textOf(joinAsAnswered(there, [], ['yours'])) ?? '';
    expect(mine).not.toContain('theirs');
    expect(textOf(joinAsAnswered(there, [], ['disk']))).toContain('worker_name: "theirs"');
  });

  it('take the entries of a list from both', () => {
    const list = 'agent.extra_docker_arguments: [\n  "a"\n  "b"\n  "c"\n]\n';
    const there: Apart = {
      file: { text: list, revision: 'r1' },
      timeline: timelineOf({ base: list, edits: [{ op: 'remove', path: ['agent', 'extra_docker_arguments', 0] }] }),
      outside: { text: list.replace('  "c"\n', '  "c"\n  "d"\n'), revision: 'r2' },
    };
    expect(textOf(joinQuietly(there))).toBe('agent.extra_docker_arguments: [\n  "b"\n  "c"\n  "d"\n]\n');
  });

  it('are not put together quietly where ClearML could read each but not both', () => {
    const there: Apart = {
      file: { text: '# 1\n# 2\n# 3\n# 4\n', revision: 'r1' },
      timeline: timelineOf(draftOf('x {\n# 1\n# 2\n# 3\n}\n# 4\n')),
      outside: { text: '# 1\ny: [\n# 2\n# 3\n# 4\n]\n', revision: 'r2' },
    };
    expect(joinQuietly(there)).toBeNull();
    expect(joiningOf(there, [])).toMatchObject({ text: 'x {\n# 1\ny: [\n# 2\n# 3\n}\n# 4\n]\n', clashes: [] });
    expect(joiningOf(there, []).spoiled.length).toBeGreaterThan(0);
  });
});
