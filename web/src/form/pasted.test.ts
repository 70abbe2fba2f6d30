import { describe, expect, it } from 'vitest';
import { pastedItems } from './pasted.ts';

describe('pasted into a list', () => {
  it.each([
    ['lines', ' one\r\ntwo words\n\nthree\n', ['one', 'two words', 'three']],
    ['one line with spaces', 'apt-get install -y git', ['apt-get install -y git']],
  ])('%s', (_, text, items) => {
    expect(pastedItems(text, undefined)).toEqual(items);
  });
});

describe('pasted into docker arguments', () => {
  it.each([
    ['a command line', '-v /a:/b --ipc=host', ['-v', '/a:/b', '--ipc=host']],
    ['with docker run before it', 'docker run --gpus all', ['--gpus', 'all']],
    ['over several lines', '-e A=1 \\\n  -e B=2', ['-e', 'A=1', '-e', 'B=2']],
    ['over several lines of Windows', '-e A=1 \\\r\n  -e B=2', ['-e', 'A=1', '-e', 'B=2']],
    ['quotes', `-e "A=b \\"c\\"" -v '/my data':/d x\\ y`, ['-e', 'A=b "c"', '-v', '/my data:/d', 'x y']],
    ['a quote that is not closed', `-e "A=1 b`, ['-e', '"A=1', 'b']],
    ['a folder with a space', '/mnt/my data:/data', ['/mnt/my data:/data']],
    ['one word a line', '--ipc=host\n--privileged', ['--ipc=host', '--privileged']],
  ])('%s', (_, text, items) => {
    expect(pastedItems(text, 'docker-arguments')).toEqual(items);
  });
});
