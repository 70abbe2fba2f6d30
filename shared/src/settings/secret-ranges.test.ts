import { describe, expect, it } from 'vitest';
import { bound, growth } from '../../test/growth.ts';
import { fc } from '../../test/random.ts';
import { parse } from '../hocon/index.ts';
import { secretRanges } from './secret-ranges.ts';

/** The text as it is shown: every secret as three stars. */
function shown(text: string): string {
  const ranges = secretRanges(parse(text));
  return ranges.reduceRight((masked, { from, to }) => `${masked.slice(0, from)}***${masked.slice(to)}`, text);
}

describe('on screen', () => {
  it.each([
    [
      'a key pair',
      'api { credentials { access_key: "AAA", secret_key: "BBB" } }',
      'api { credentials { access_key: "***", secret_key: "***" } }',
    ],
    ['quoted keys and =', '"secret_key" = "BBB"', '"secret_key" = "***"'],
    ['a dotted path', 'agent.git_pass="hunter2"', 'agent.git_pass="***"'],
    ['a value without quotes', 'agent { git_pass: hunter2 }', 'agent { git_pass: *** }'],
    ['digits', 'agent.git_pass: 12345678\n', 'agent.git_pass: ***\n'],
    ['a triple-quoted text', 'files.f.contents: """-----BEGIN\nxyz"""\n', 'files.f.contents: """***"""\n'],
    [
      'list entries',
      'sdk.aws.s3.credentials: [{bucket: "b", key: "K", secret: "S"}]',
      'sdk.aws.s3.credentials: [{bucket: "b", key: "***", secret: "***"}]',
    ],
    ['every variable', 'environment { FOO: "a", BAR: b }', 'environment { FOO: "***", BAR: *** }'],
    [
      'a list of addresses',
      'agent.package_manager.extra_index_url: ["https://a/x", "https://b/y"]',
      'agent.package_manager.extra_index_url: ["***"]'.replace('["***"]', '[***]'),
    ],
    [
      'a definition that no longer counts',
      'agent.git_pass: "old"\nagent.git_pass: "new"',
      'agent.git_pass: "***"\nagent.git_pass: "***"',
    ],
    ['a misplaced key', 'aws { s3 { secret: "S" } }', 'aws { s3 { secret: "***" } }'],
    [
      'an unknown key that sounds secret',
      'my { dbPassword: "p", api_token: "t", ssh_key: "k" }',
      'my { dbPassword: "***", api_token: "***", ssh_key: "***" }',
    ],
    ['all below a secret name', 'secrets { db: "x" }', 'secrets { db: "***" }'],
    [
      'what a secret refers to',
      'x: "S"\napi.credentials.secret_key: ${x}',
      'x: "***"\napi.credentials.secret_key: ${x}',
    ],
    [
      'what it refers to by way of others',
      'a: ["S", t]\nb { c: ${a} }\nb.d: u\nenvironment.FOO: ${?b}/x',
      'a: ["***", ***]\nb { c: ${a} }\nb.d: ***\nenvironment.FOO: ${?b}***',
    ],
    [
      'what it refers to through a section that stands elsewhere',
      'c { d: "S" }\na: ${c}\napi.credentials.secret_key: ${a.d}',
      'c { d: "***" }\na: ${c}\napi.credentials.secret_key: ${a.d}',
    ],
    [
      'a section that stands for one of secrets',
      'mine { FOO: "S" }\nenvironment: ${mine}',
      'mine { FOO: "***" }\nenvironment: ${mine}',
    ],
    [
      'what it refers to, commented out',
      '# x: "S"\n# y: "t"\napi.credentials.secret_key: ${?x}',
      '# x: "***"\n# y: "t"\napi.credentials.secret_key: ${?x}',
    ],
    [
      'what it refers to, commented out in a section',
      'b {\n  # c: "S"\n  # e { f: "S" }\n  # g: 1\n}\nenvironment { A: ${?b.c}\n  B: ${?b.e} }',
      'b {\n  # c: "***"\n  # e { f: "***" }\n  # g: 1\n}\nenvironment { A: ${?b.c}\n  B: ${?b.e} }',
    ],
    [
      'what stands commented out in a section it refers to',
      'b {\n  # c: "S"\n}\nd {\n  # c: "t"\n}\nenvironment: ${b}',
      'b {\n  # c: "***"\n}\nd {\n  # c: "t"\n}\nenvironment: ${b}',
    ],
    [
      'what the text behind a secret name refers to',
      'x: "S"\ny: "t"\na: ["-e", "TOKEN="${x}, "NAME="${y}]',
      'x: "***"\ny: "t"\na: ["-e", "TOKEN="${x}, "NAME="${y}]',
    ],
    ['what more of such a text refers to', 'x: "S"\na: "TOKEN=abc"${x}', 'x: "***"\na: "TOKEN=***"${x}'],
    ['what stands in quotes there', `x: "S"\na: "TOKEN='"\${x}"'"`, `x: "***"\na: "TOKEN='***`],
    ['what an option in the same text refers to', 'x: "S"\na: "--password "${x}', 'x: "***"\na: "--password "***'],
    [
      'what the password of an address refers to',
      'x: "S"\na: "https://me:"${x}"@h/"',
      'x: "***"\na: "https://me:"${x}"@h/"',
    ],
    [
      'what the word behind a secret option refers to',
      'x: "S"\ny: "t"\na: ["--password", ${x}, "--name", ${y}]',
      'x: "***"\ny: "t"\na: ["--password", ${x}, "--name", ${y}]',
    ],
    [
      'what it refers to, while the reference is typed',
      'x: "S"\napi.credentials.secret_key: ${x\n',
      'x: "***"\napi.credentials.secret_key: ${x\n',
    ],
    ['a shell default', 'agent.git_pass: ${PASS:-hunter2}', 'agent.git_pass: ${PASS:-***}'],
  ])('%s is masked', (_name, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    '# HOME: the place where you live\nenvironment.A: ${?HOME}',
    '# port: 80 is the usual one\nenvironment.A: ${?port}',
  ])('prose about what a secret refers to is none: %s', (text) => {
    expect(shown(text)).toBe(text);
  });

  it.each([
    ['a comment', '# secret_key: "BBB"', '# secret_key: "***"'],
    ['a comment behind a value', 'a: 1 // token = abc', 'a: 1 // token = ***'],
    ['a commented-out line of a section', 'environment {\n  # FOO: "abc"\n}', 'environment {\n  # FOO: "***"\n}'],
    ['a commented-out section', '# environment {\n#   FOO: "abc"\n# }\n', '# environment {\n#   FOO: "***"\n# }\n'],
    ['docker words', 'a: ["-e", "WANDB_API_KEY=abc", "--ipc=host"]', 'a: ["-e", "WANDB_API_KEY=***", "--ipc=host"]'],
    ['docker words in one text', 'a: "-e TOKEN=abc --ipc=host"', 'a: "-e TOKEN=*** --ipc=host"'],
    ['a secret with blanks in docker words', 'a: ["-e", "PASSWORD=a b c"]', 'a: ["-e", "PASSWORD=***"]'],
    ['a variable line', '%env CLEARML_API_SECRET_KEY=abc\n', '%env CLEARML_API_SECRET_KEY=***\n'],
    ['an address', 'a: "https://ann:hunter2@pypi.example.com/simple"', 'a: "https://ann:***@pypi.example.com/simple"'],
    ['an address in a comment', '# pip https://ann:hunter2@host/x', '# pip https://ann:***@host/x'],
    [
      'a token for a user',
      'a: "git+https://ghp_0123456789abcdefghij@github.com/x@v1"',
      'a: "git+https://***@github.com/x@v1"',
    ],
    ['a password with a slash', 'a: "https://ann:hun/ter@host/x"', 'a: "https://ann:***@host/x"'],
    ['the word after an option', 'a: ["--password", "abc", "--ipc=host"]', 'a: ["--password", "***", "--ipc=host"]'],
    ['one on the next line', 'a: [\n  "--api-key" # mine\n  abc\n]', 'a: [\n  "--api-key" # mine\n  ***\n]'],
    ['one in a commented-out list', '# a: ["--api-key", "abc"]', '# a: ["--api-key", "***"]'],
    ['one in the same text', 'a: "--token abc --ipc=host"', 'a: "--token *** --ipc=host"'],
    ['one with quotes', 'a: "--token \\"a b\\" c"', 'a: "--token \\"***\\" c"'],
    ['one behind =', 'a: ["--password=abc"]', 'a: ["--password=***"]'],
    ['a query', 'a: "https://host/x?token=abc&y=1"', 'a: "https://host/x?token=***&y=1"'],
  ])('%s is masked', (_name, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ['a sign that needs quotes', 'api { credentials { secret_key: ab@cd,ef }', 'api { credentials { secret_key: *** }'],
    ['a quote that does not close', 'secret_key: "abc\nb: 1', 'secret_key: "***\nb: 1'],
    ['what a # cuts off', 'agent.git_pass: ab#cd\n', 'agent.git_pass: ***\n'],
    [
      'a missing closing brace',
      'api { credentials {\n secret_key: "abc"\n sdk {',
      'api { credentials {\n secret_key: "***"\n sdk {',
    ],
    ['broken variables', 'environment {\n A: p@ss\n B: "open\n}', 'environment {\n A: ***\n B: ***\n}'],
    ['a value on the next line', 'secret_key =\n  abc@d\n', 'secret_key =\n  ***\n'],
    ['a swallowed setting', 'web_server:\nsecret_key: "abc"', 'web_server:\nsecret_key: "***"'],
    ['settings run together', '{ access_key: "A" secret_key: "B" }', '{ access_key: "***" *** "***" }'],
    ['a broken line', 'x { ] secret_key "no" : abc }', 'x { ] secret_key "no" : abc }'],
    ['an unclosed triple quote', 'secret: """abc\ndef\n', 'secret: """***'],
  ])('in a text with faults, %s is masked as far as it is one', (_name, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    'sdk.aws.boto3.pool_connections: 512',
    'api.auth.token_expiration_threshold_sec: 360',
    'agent.enable_git_ask_pass: true',
    'sdk.aws.s3.use_credentials_chain: true',
    'agent.git_user: "ann"',
    'api.api_server: "http://localhost:8008"',
    'sdk.development.default_output_uri: "s3://minio:9000/bucket"',
    'agent.sanitize_config_printout { hide_secrets: ["secret", "token"] }',
    'agent.git_pass: ${GIT_PASS}',
    'agent.worker_name: "w"\nenvironment.NAME: ${agent.worker_name}',
    'agent { worker_name: "w" }\nenvironment.X: ${agent}',
    'x: "S"\nenvironment.X: ${.}',
    'agent.git_pass: null',
    'agent.git_pass: ""',
    'agent.git { extra_credentials: [{ host: "h", user: "u" }] }',
    'sdk.aws.s3.credentials: [{ host: "minio:9000", secure: false }]',
    'my { password_file: "/run/pw", token_timeout: 30, max_tokens: 100, tokenizer: "bpe" }',
    'agent.extra_docker_arguments: ["-e", "CUDA_VISIBLE_DEVICES=0", "-v", "/a:/b"]',
    'a: ["-p", "8080:80", "--token-file", "/run/t", "--token", ${TOKEN}]',
    'a: ["--password", "", "--network", "host"]',
    'a: "--password-stdin registry --token ${TOKEN} --bypass x"',
    '# the token is made in the web page',
    'agent {\n    # How to make a git token:\n    # https://docs.example.com/tokens\n    # user: ""\n}',
  ])('%s is shown', (text) => {
    expect(shown(text)).toBe(text);
  });
});

describe('for any text', () => {
  const piece = fc.constantFrom(
    'secret_key',
    'password',
    'environment',
    '{',
    '}',
    '[',
    ']',
    '"',
    '"""',
    "'",
    ':',
    '=',
    '+=',
    '\n',
    '\r\n',
    ' ',
    '\t',
    '#',
    '//',
    '\\',
    ',',
    '${',
    '}',
    '@',
    '//a:b@c',
    'x',
    'TOKEN=',
    '-e',
    '\u00a0',
    '😀',
    'include "x"',
  );
  const anyText = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );

  it('the ranges lie in it, in order, apart and not empty', () => {
    void fc.assert(
      fc.property(anyText, (text) => {
        let end = -1;
        for (const { from, to } of secretRanges(parse(text))) {
          expect(from).toBeGreaterThan(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  const secret = fc.stringMatching(/^[A-Za-z0-9@!$&*+^%?=~#-]{3}[A-Za-z0-9@!$&*+^%?=~-]{1,30}[A-Za-z0-9]{4}$/);
  const place = fc.constantFrom<(secret: string) => string>(
    (secret) => `secret_key: "${secret}"`,
    (secret) => `"access_key" = "${secret}"`,
    (secret) => `git_pass: ${secret}`,
    (secret) => `  # git_pass: ${secret}`,
    (secret) => `// "token": "${secret}",`,
    (secret) => `x: ["-e", "MY_PASSWORD=${secret}"]`,
    (secret) => `environment { X: "${secret}" }`,
    (secret) => `x: ["--password", "${secret}"]`,
    (secret) => `x: "--token ${secret}"`,
    (secret) => `credentials {"access_key": "A", "secret_key": "${secret}"}`,
  );

  it('a secret cannot be read, whatever stands round it', () => {
    void fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 15 }),
        place,
        secret,
        fc.array(piece, { maxLength: 15 }),
        (head, put, hidden, tail) => {
          const before = head.filter((part) => !part.includes('"')).join('');
          const text = `${before}\n${put(hidden)}\n${tail.join('')}`;
          expect(shown(text)).not.toContain(hidden);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('a map with very many keys is no trouble', () => {
    const text = `environment {${'a:b,'.repeat(130_000)}}`;
    expect(secretRanges(parse(text))).toHaveLength(130_000);
  });

  it.each([
    `environment${' '.repeat(150_000)}`,
    'environment{a:b,',
    'password=',
    'secret_key: "',
    '//a:',
    'token=a,',
    '# secret:\n',
    '["TOKEN=',
    '}',
    'password\t',
    '--token ',
    '"--token",',
    '--token \\"',
    'a: "TOKEN="${x}\n',
    'x: ${x}\nmy_token: ${x.y}\n',
    'my_token: ${a.b.c}\na: ${a.b}{b: ${c}}\n',
    '# x: "s"\nmy_token: ${x}\n',
  ])('the time grows with the length only (%#)', (unit) => {
    const once = unit.repeat(Math.ceil(75_000 / unit.length));
    expect(growth((text) => secretRanges(parse(text)), once, once.repeat(4))).toBeLessThan(bound);
  });
});
