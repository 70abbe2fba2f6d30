import { describe, expect, it } from 'vitest';
import { pastedItems, pastedLine } from './pasted.ts';

describe('pasted into a list', () => {
  it.each([
    ['lines', ' one\r\ntwo words\n\nthree\n', ['one', 'two words', 'three']],
    ['one line with spaces', 'apt-get install -y git', ['apt-get install -y git']],
  ])('%s', (_, text, items) => {
    expect(pastedItems(text, undefined).items).toEqual(items);
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
    expect(pastedItems(text, 'docker-arguments')).toMatchObject({ items, hasMore: false });
  });

  it.each([
    ['the image', 'docker run --gpus all nvidia/cuda:12', ['--gpus', 'all']],
    ['the image and its command', 'docker run --rm -it -v /a:/b img bash -c "ls -l"', ['--rm', '-it', '-v', '/a:/b']],
    ['behind a value that is joined', 'docker run --ipc=host -p80:80 -e=A=1 img', ['--ipc=host', '-p80:80', '-e=A=1']],
    ['behind short options in one', 'docker run -itv /a:/b img', ['-itv', '/a:/b']],
    ['behind a switch that is set', 'docker run --init=true --read-only img', ['--init=true', '--read-only']],
    ['behind --', 'docker run --rm -- img bash', ['--rm']],
    ['with sudo before it', 'sudo docker run --rm img', ['--rm']],
    ['of docker create', 'docker container create --network host img', ['--network', 'host']],
  ])('without %s', (_, text, items) => {
    expect(pastedItems(text, 'docker-arguments')).toEqual({ items, isCommand: true, hasMore: true });
  });

  it.each([
    ['a command line', '-v /a:/b', true],
    ['one word a line', '--ipc=host\n--privileged', false],
    ['a folder with a space', '/mnt/my data:/data', false],
  ])('%s is taken for a command: %s', (_, text, isCommand) => {
    expect(pastedItems(text, 'docker-arguments').isCommand).toBe(isCommand);
  });
});

describe('pasted into a box of one line', () => {
  it.each([
    ['a word', 'minio', undefined, 'minio', null],
    ['a line with its end', 'minio\n', undefined, 'minio', null],
    ['two lines', 'two\n lines', undefined, 'two lines', 'line-breaks'],
    ['an address that was wrapped', 'https://a.b/\r\nc', 'address', 'https://a.b/c', 'line-breaks'],
    ['a path as Windows copies it', '"C:\\my data\\cache"', 'directory', 'C:\\my data\\cache', 'quotes'],
    ['quotes in what is no path', '"a"', undefined, '"a"', null],
    ['an address with blanks round it', '  https://a.b \n', 'address', 'https://a.b', 'blanks'],
    ['blanks round what may begin with some', ' a ', undefined, ' a ', null],
  ] as const)('%s', (_, text, format, line, leftOut) => {
    expect(pastedLine(text, format)).toEqual({ text: line, leftOut });
  });

  it('keeps a blank that stands in the middle of the box then', () => {
    expect(pastedLine(' data ', 'directory', { start: false, end: true }).text).toBe(' data');
    expect(pastedLine(' data ', 'directory', { start: true, end: false }).text).toBe('data ');
  });
});
