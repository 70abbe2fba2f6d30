import type { ConfigJson, PasteCode, PasteForm } from '../src/index.ts';
import { from, lines } from './edited.ts';

/** What somebody pastes and what is to be understood of it; the settings by their dotted path. */
export interface PasteCase {
  readonly name: string;
  readonly paste: string;
  readonly form: PasteForm;
  readonly settings: Readonly<Record<string, ConfigJson>>;
  /** The lines that are left over, with their number. */
  readonly rest?: readonly string[];
}

/** A paste of which nothing can be made, why, and where to look. */
export interface RefusedCase {
  readonly name: string;
  readonly paste: string;
  readonly code: PasteCode;
  readonly at?: readonly [line: number, column: number];
}

const key = 'MADEUPKEY0123456789A';
const secret = 'made-up-secret-0123456789-abcdefghij-0123456789-xyz';
const hosted = {
  'api.web_server': 'https://app.clear.ml',
  'api.api_server': 'https://api.clear.ml',
  'api.files_server': 'https://files.clear.ml',
};
const keys = { 'api.credentials.access_key': key, 'api.credentials.secret_key': secret };
const all = { ...hosted, ...keys };
const own = {
  'api.web_server': 'http://10.0.0.5:8080',
  'api.api_server': 'http://10.0.0.5:8008',
  'api.files_server': 'http://10.0.0.5:8081',
};

const block = lines(
  'api {',
  "  # Ann's workspace",
  '  web_server: https://app.clear.ml/',
  '  api_server: https://api.clear.ml',
  '  files_server: https://files.clear.ml',
  '  # my label',
  '  credentials {',
  `    "access_key" = "${key}"`,
  `    "secret_key" = "${secret}"`,
  '  }',
  '}',
);

export const pastes: readonly PasteCase[] = [
  { name: 'the block of the web page', paste: block, form: 'block', settings: all },
  {
    name: 'the block with an empty line inside',
    paste: block.replace('  # my', '\n\n  # my'),
    form: 'block',
    settings: all,
  },
  { name: 'the block without indent', paste: block.replace(/^ +/gm, ''), form: 'block', settings: all },
  { name: 'the block with CRLF', paste: block.replace(/\n/g, '\r\n'), form: 'block', settings: all },
  {
    name: 'the block squeezed into one line by blanks',
    paste: block.replace(/\n/g, ' '),
    form: 'block',
    settings: all,
  },
  {
    name: 'the block squeezed into one line, one blank each',
    paste: block.replace(/\s+/g, ' '),
    form: 'block',
    settings: all,
  },
  {
    name: 'the block without its last braces',
    paste: block.replace(/\s*\}\s*\}\s*$/, ''),
    form: 'block',
    settings: all,
  },
  {
    name: 'the block without its first line',
    paste: block.replace('api {\n', ''),
    form: 'top-level',
    settings: all,
  },
  {
    name: 'the block of older servers: more blanks, no file server',
    paste: lines(
      'api {',
      '    web_server: http://10.0.0.5:8080',
      '    api_server: http://10.0.0.5:8008',
      '    credentials {',
      `        "access_key"  = "${key}"`,
      `        "secret_key"  = "${secret}"`,
      '    }',
      '}',
    ),
    form: 'block',
    settings: { 'api.web_server': own['api.web_server'], 'api.api_server': own['api.api_server'], ...keys },
  },
  {
    name: 'a secret of an older server, full of signs',
    paste: block.replace(secret, 'a#b$c&d!e@f%g^h(i)+j='),
    form: 'block',
    settings: { ...all, 'api.credentials.secret_key': 'a#b$c&d!e@f%g^h(i)+j=' },
  },
  {
    name: 'the block amid a mail',
    paste: `Hi Bob,\n\nhere are your credentials:\n\n${block}\nCheers, Ann\n`,
    form: 'block',
    settings: all,
    rest: ['1 Hi Bob,', '3 here are your credentials:', '17 Cheers, Ann'],
  },
  {
    name: 'the block below words about keys',
    paste: `Access key: identifies you\nSecret key: shown once\n\n${block}`,
    form: 'block',
    settings: all,
    rest: ['1 Access key: ••••', '2 Secret key: ••••'],
  },
  {
    name: 'the block in a fence of Markdown',
    paste: `\`\`\`hocon\n${block}\`\`\`\n`,
    form: 'block',
    settings: all,
  },
  {
    name: 'the block in a quoting mail',
    paste: block.replace(/^/gm, '> ').replace(/> $/, ''),
    form: 'block',
    settings: all,
  },
  {
    name: 'the block with blanks that cannot be seen and the quotes of a text program',
    paste: block.replaceAll('  ', '\u00a0 ').replace(/"([^"]+)"/g, '\u201c$1\u201d'),
    form: 'block',
    settings: all,
  },
  {
    name: 'the credentials alone',
    paste: lines('credentials {', `  "access_key" = "${key}"`, `  "secret_key" = "${secret}"`, '}'),
    form: 'credentials',
    settings: keys,
  },
  {
    name: 'only the two lines of the keys',
    paste: lines(`"access_key" = "${key}"`, `"secret_key" = "${secret}"`),
    form: 'credentials',
    settings: keys,
  },
  {
    name: 'the oldest form',
    paste: lines(
      'host: https://api.clear.ml',
      'credentials {',
      `  "access_key" = "${key}"`,
      `  "secret_key" = "${secret}"`,
      '}',
    ),
    form: 'top-level',
    settings: { 'api.api_server': 'https://api.clear.ml', ...keys },
  },
  {
    name: 'dotted lines, as a notebook writes them',
    paste: lines(`api.credentials.access_key=${key}`, `api.credentials.secret_key=${secret}`),
    form: 'block',
    settings: keys,
  },
  {
    name: 'JSON as the web page would say it',
    paste: JSON.stringify({
      api: {
        ...Object.fromEntries(Object.entries(hosted).map(([path, value]) => [path.slice(4), value])),
        credentials: { access_key: key, secret_key: secret },
      },
    }),
    form: 'block',
    settings: all,
  },
  {
    name: 'the answer of the server that made the keys',
    paste: JSON.stringify({ data: { credentials: { access_key: key, secret_key: secret, label: 'mine' } } }, null, 2),
    form: 'block',
    settings: keys,
    rest: ['2 "data": {', '6 "label": "mine"'],
  },
  {
    name: 'the lines for Jupyter',
    paste: lines(
      '# my label',
      '%env CLEARML_WEB_HOST=https://app.clear.ml',
      '%env CLEARML_API_HOST=https://api.clear.ml',
      '%env CLEARML_FILES_HOST=https://files.clear.ml',
      `%env CLEARML_API_ACCESS_KEY=${key}`,
      `%env CLEARML_API_SECRET_KEY=${secret}`,
    ),
    form: 'notebook',
    settings: all,
  },
  {
    name: 'the lines for Jupyter with a file server the page could not tell',
    paste: lines(
      '%env CLEARML_WEB_HOST=http://10.0.0.5:8080',
      '%env CLEARML_API_HOST=http://10.0.0.5:8008',
      '%env CLEARML_FILES_HOST=undefined',
      `%env CLEARML_API_ACCESS_KEY=${key}`,
      '%env CLEARML_API_SECRET_KEY=a#b$c&d;e',
    ),
    form: 'notebook',
    settings: {
      'api.web_server': own['api.web_server'],
      'api.api_server': own['api.api_server'],
      'api.credentials.access_key': key,
      'api.credentials.secret_key': 'a#b$c&d;e',
    },
    rest: ['3 %env CLEARML_FILES_HOST=undefined'],
  },
  {
    name: 'the lines for Jupyter in one line',
    paste: `%env CLEARML_API_HOST=https://api.clear.ml %env CLEARML_API_ACCESS_KEY=${key} %env CLEARML_API_SECRET_KEY=${secret}`,
    form: 'notebook',
    settings: { 'api.api_server': hosted['api.api_server'], ...keys },
  },
  {
    name: 'export, in bash',
    paste: lines(
      '# ClearML',
      'export CLEARML_WEB_HOST="http://10.0.0.5:8080"',
      "export CLEARML_API_HOST='http://10.0.0.5:8008'",
      'export CLEARML_FILES_HOST=http://10.0.0.5:8081;',
      `export CLEARML_API_ACCESS_KEY=${key} CLEARML_API_SECRET_KEY="se\\$cr\\"et"`,
      'export PATH=$PATH:/opt/bin',
    ),
    form: 'shell',
    settings: { ...own, 'api.credentials.access_key': key, 'api.credentials.secret_key': 'se$cr"et' },
    rest: ['6 export PATH=$PATH:/opt/bin'],
  },
  {
    name: 'export with the older names',
    paste: lines(`export TRAINS_API_ACCESS_KEY=${key}`, `export TRAINS_API_SECRET_KEY=${secret}`),
    form: 'shell',
    settings: keys,
  },
  {
    name: 'set -gx, in fish',
    paste: lines(
      'set -gx CLEARML_API_HOST https://api.clear.ml',
      `set -x CLEARML_API_ACCESS_KEY "${key}"`,
      `set --export --global CLEARML_API_SECRET_KEY '${secret}'`,
    ),
    form: 'fish',
    settings: { 'api.api_server': hosted['api.api_server'], ...keys },
  },
  {
    name: '$env, in PowerShell',
    paste: lines(
      '$env:CLEARML_API_HOST = "https://api.clear.ml"',
      `$env:CLEARML_API_ACCESS_KEY="${key}"; $env:CLEARML_API_SECRET_KEY = '${secret}'`,
    ),
    form: 'powershell',
    settings: { 'api.api_server': hosted['api.api_server'], ...keys },
  },
  {
    name: 'the environment of the user, in PowerShell',
    paste: lines(
      `[Environment]::SetEnvironmentVariable("CLEARML_API_ACCESS_KEY", "${key}", "User")`,
      `[Environment]::SetEnvironmentVariable("CLEARML_API_SECRET_KEY", "${secret}", "User")`,
    ),
    form: 'powershell',
    settings: keys,
    rest: [
      '1 [Environment]::SetEnvironmentVariable("…, "User")',
      '2 [Environment]::SetEnvironmentVariable("…, "User")',
    ],
  },
  {
    name: 'set and setx, in cmd',
    paste: lines(
      'set CLEARML_API_HOST=https://api.clear.ml',
      `set "CLEARML_API_ACCESS_KEY=${key}"`,
      `setx CLEARML_API_SECRET_KEY "${secret}"`,
    ),
    form: 'cmd',
    settings: { 'api.api_server': hosted['api.api_server'], ...keys },
  },
  {
    name: 'docker run -e',
    paste: lines(
      'docker run -it --rm \\',
      '  -e CLEARML_API_HOST=https://api.clear.ml \\',
      `  -e "CLEARML_API_ACCESS_KEY=${key}" --env CLEARML_API_SECRET_KEY='${secret}' \\`,
      '  -e HOME allegroai/clearml-agent',
    ),
    form: 'docker',
    settings: { 'api.api_server': hosted['api.api_server'], ...keys },
    rest: ['1 docker run -it --rm \\', '4 -e HOME allegroai/clearml-agent'],
  },
  {
    name: 'a file for Docker Compose',
    paste: lines(
      'services:',
      '  agent:',
      '    environment:',
      '      CLEARML_API_HOST: http://10.0.0.5:8008',
      `      CLEARML_API_ACCESS_KEY: "${key}"`,
      `      - CLEARML_API_SECRET_KEY=${secret}`,
    ),
    form: 'variables',
    settings: { 'api.api_server': own['api.api_server'], ...keys },
    rest: ['1 services:', '2 agent:', '3 environment:'],
  },
  {
    name: 'a container of Kubernetes',
    paste: lines(
      '- name: CLEARML_API_ACCESS_KEY',
      `  value: "${key}"`,
      '- name: CLEARML_API_SECRET_KEY',
      `  value: ${secret}`,
    ),
    form: 'variables',
    settings: keys,
    rest: ['1 - name: …', '3 - name: …'],
  },
  {
    name: 'a .env file',
    paste: lines(
      `CLEARML_API_ACCESS_KEY=${key}`,
      `CLEARML_API_SECRET_KEY='${secret}'`,
      'CLEARML_API_HOST_VERIFY_CERT=false',
    ),
    form: 'variables',
    settings: { ...keys, 'api.verify_certificate': false },
  },
  {
    name: 'JSON of variables',
    paste: JSON.stringify({ env: { CLEARML_API_ACCESS_KEY: key, CLEARML_API_SECRET_KEY: secret } }),
    form: 'variables',
    settings: keys,
  },
  {
    name: 'lines of Python',
    paste: lines(
      'import os',
      `os.environ["CLEARML_API_ACCESS_KEY"] = "${key}"`,
      `os.environ.setdefault('CLEARML_API_SECRET_KEY', '${secret}')`,
    ),
    form: 'python',
    settings: keys,
  },
  {
    name: 'Task.set_credentials',
    paste: lines(
      'Task.set_credentials(',
      '    api_host="https://api.clear.ml",',
      '    web_host="https://app.clear.ml",',
      '    files_host="https://files.clear.ml",',
      `    key="${key}",`,
      `    secret="${secret}",`,
      ')',
    ),
    form: 'labels',
    settings: all,
    rest: ['1 Task.set_credentials('],
  },
  {
    name: 'YAML',
    paste: lines(
      'api:',
      '  web_server: https://app.clear.ml',
      '  api_server: https://api.clear.ml',
      '  files_server: https://files.clear.ml',
      '  credentials:',
      `    access_key: ${key}`,
      `    secret_key: ${secret}`,
    ),
    form: 'labels',
    settings: all,
  },
  {
    name: 'words of a page, with the values below',
    paste: lines('Access Key', key, 'Secret Key', secret),
    form: 'labels',
    settings: keys,
  },
  {
    name: 'two bare keys',
    paste: `${key}\n${secret}`,
    form: 'labels',
    settings: keys,
  },
  {
    name: 'what stands in the address bar of the browser',
    paste: 'https://app.clear.ml/settings/workspace-configuration',
    form: 'address',
    settings: { 'api.web_server': 'https://app.clear.ml' },
  },
  {
    name: 'the address of an API server',
    paste: 'It is 10.0.0.5:8008',
    form: 'address',
    settings: { 'api.api_server': '10.0.0.5:8008' },
    rest: ['1 It is …'],
  },
  {
    name: 'a block without credentials',
    paste: lines('api {', '  web_server: http://10.0.0.5:8080', '  api_server: http://10.0.0.5:8008', '}'),
    form: 'block',
    settings: { 'api.web_server': own['api.web_server'], 'api.api_server': own['api.api_server'] },
  },
  {
    name: 'the block with the numbers of its lines',
    paste: block
      .replace(/\n$/, '')
      .split('\n')
      .map((line, at) => `${at + 1} | ${line}`)
      .join('\n'),
    form: 'block',
    settings: all,
  },
  {
    name: 'the block as another program writes a text into one line',
    paste: JSON.stringify(block),
    form: 'block',
    settings: all,
  },
  {
    name: 'the block in French quotes',
    paste: block.replace(/"([^"]+)"/g, '«$1»'),
    form: 'block',
    settings: all,
  },
  {
    name: 'the block out of a web page, with its tags',
    paste: `<pre><code>${block.replace(/\n/g, '<br>\n')}</code></pre>`,
    form: 'block',
    settings: all,
  },
  {
    name: 'the block out of a chat, which makes links of addresses',
    paste: block.replace(/https:\/\/(\S+?)\/?$/gm, '<https://$1|$1>'),
    form: 'block',
    settings: all,
  },
  {
    name: 'the block out of Markdown, which makes links of addresses',
    paste: block.replace(/(https:\S+)/g, '[$1]($1)'),
    form: 'block',
    settings: all,
  },
  {
    name: 'the block out of a mail, which says each address twice',
    paste: block.replace(/(https:\S+)/g, '$1<$1>'),
    form: 'block',
    settings: all,
  },
  {
    name: 'keys with a blank at the end and a sign nobody sees',
    paste: block.replace(key, `MADEUP\u200bKEY0123456789A `),
    form: 'block',
    settings: all,
  },
  {
    name: 'what clearml-init printed',
    paste: lines(
      `Detected credentials key="${key}" secret="made***"`,
      'Web App: http://10.0.0.5:8080',
      'API: http://10.0.0.5:8008',
      'File Store: http://10.0.0.5:8081',
    ),
    form: 'labels',
    settings: own,
    rest: ['1 Detected credentials key="••••" ••••="••••"'],
  },
  {
    name: 'the prompts of shells before what was typed',
    paste: lines(
      '$ export CLEARML_WEB_HOST=http://10.0.0.5:8080',
      '(venv) ann@box:~/work$ export CLEARML_API_HOST=http://10.0.0.5:8008',
      '[ann@box work]$ export CLEARML_FILES_HOST=http://10.0.0.5:8081',
      `root@box:/# export CLEARML_API_ACCESS_KEY=${key}`,
      `ann@mac ~ % export CLEARML_API_SECRET_KEY=${secret}`,
    ),
    form: 'shell',
    settings: { ...own, ...keys },
  },
  {
    name: 'the prompts of Windows before what was typed',
    paste: lines(
      'C:\\Users\\ann>set CLEARML_API_HOST=https://api.clear.ml',
      `C:\\Users\\ann>set CLEARML_API_ACCESS_KEY=${key}`,
      `PS C:\\Users\\ann> $env:CLEARML_API_SECRET_KEY = "${secret}"`,
    ),
    form: 'cmd',
    settings: { 'api.api_server': hosted['api.api_server'], ...keys },
  },
  {
    name: 'cells of a notebook',
    paste: lines(`In [1]: %env CLEARML_API_ACCESS_KEY=${key}`, `In [2]: %env CLEARML_API_SECRET_KEY=${secret}`),
    form: 'notebook',
    settings: keys,
  },
  {
    name: 'a secret with signs that are marks elsewhere',
    paste: lines(`%env CLEARML_API_ACCESS_KEY=${key}`, '%env CLEARML_API_SECRET_KEY=a`b`c**de**f$g'),
    form: 'notebook',
    settings: { 'api.credentials.access_key': key, 'api.credentials.secret_key': 'a`b`c**de**f$g' },
  },
  {
    name: 'lines that are put into another file',
    paste: lines(
      `echo 'export CLEARML_API_ACCESS_KEY=${key}' >> ~/.bashrc`,
      `echo "export CLEARML_API_SECRET_KEY=${secret}" >> ~/.bashrc`,
    ),
    form: 'shell',
    settings: keys,
    rest: ["1 echo 'export …' >> ~/.bashrc", '2 echo "export …" >> ~/.bashrc'],
  },
  {
    name: 'a .env file with a secret full of signs',
    paste: lines(`CLEARML_API_ACCESS_KEY=${key}`, 'CLEARML_API_SECRET_KEY=a#b$c&d!e@f%g^h(i)+j='),
    form: 'variables',
    settings: { 'api.credentials.access_key': key, 'api.credentials.secret_key': 'a#b$c&d!e@f%g^h(i)+j=' },
  },
  {
    name: 'raw texts of Python',
    paste: lines(
      `os.environ["CLEARML_API_ACCESS_KEY"] = r"${key}"`,
      "os.environ['CLEARML_API_SECRET_KEY'] = r'a\\\\b'",
    ),
    form: 'python',
    settings: { 'api.credentials.access_key': key, 'api.credentials.secret_key': 'a\\\\b' },
  },
  {
    name: 'a list of Markdown',
    paste: lines(`- **Access key**: \`${key}\``, `- **Secret key:** \`${secret}\``),
    form: 'labels',
    settings: keys,
  },
  {
    name: 'words with a wide colon',
    paste: lines(`Access key：${key}`, `Secret key：${secret}`),
    form: 'labels',
    settings: keys,
  },
  {
    name: 'an address at the end of a sentence',
    paste: 'Ours is at https://clearml.lab.example.',
    form: 'address',
    settings: { 'api.web_server': 'https://clearml.lab.example' },
    rest: ['1 Ours is at …'],
  },
  {
    name: 'the whole file of a colleague',
    paste: lines(
      'api {',
      '    web_server: http://10.0.0.5:8080',
      '    # api_server: http://old:8008',
      '    api_server: http://10.0.0.5:8008',
      '    files_server: http://10.0.0.5:8081',
      `    credentials {"access_key": "${key}", "secret_key": "${secret}"}`,
      '    verify_certificate: false',
      '    listen: 1',
      '}',
      'sdk.development.default_output_uri: "s3://bucket"',
      'sdk.metrics.file_history_size: 100',
      `agent { git_user: "bob", git_pass: ${from('GIT_TOKEN')}, my_token: abc }`,
    ),
    form: 'file',
    settings: {
      ...own,
      ...keys,
      'api.verify_certificate': false,
      'sdk.development.default_output_uri': 's3://bucket',
      'agent.git_user': 'bob',
    },
    rest: [
      '8 listen: 1',
      '11 sdk.metrics.file_history_size: 100',
      `12 git_pass: ${from('GIT_TOKEN')}`,
      '12 my_token: ••••',
    ],
  },
];

export const refusedPastes: readonly RefusedCase[] = [
  {
    name: 'the blocks of two workspaces',
    paste: `${block}${block.replace(key, 'OTHERKEY0123456789BB')}`,
    code: 'several-pairs',
    at: [19, 6],
  },
  {
    name: 'the variables of two workspaces',
    paste: lines(
      `export CLEARML_API_ACCESS_KEY=${key}`,
      `export CLEARML_API_SECRET_KEY=${secret}`,
      `export CLEARML_API_ACCESS_KEY=OTHERKEY0123456789BB`,
    ),
    code: 'several-pairs',
    at: [3, 8],
  },
  {
    name: 'two secrets of one access key',
    paste: `${block}${block.replace(secret, secret.toUpperCase())}`,
    code: 'several-pairs',
    at: [20, 6],
  },
  {
    name: 'keys that only a shell could fill in',
    paste: lines('CLEARML_API_ACCESS_KEY=$KEY', 'CLEARML_API_SECRET_KEY=$SECRET'),
    code: 'placeholder',
    at: [1, 1],
  },
  {
    name: 'an exported key that names another variable',
    paste: lines(`export CLEARML_API_ACCESS_KEY=${key}`, 'export CLEARML_API_SECRET_KEY="$SECRET"'),
    code: 'placeholder',
    at: [2, 8],
  },
  {
    name: 'keys that the file takes from elsewhere',
    paste: `api.credentials { access_key: ${from('KEY')}, secret_key: ${from('SECRET')} }`,
    code: 'placeholder',
    at: [1, 19],
  },
  { name: 'an access key alone', paste: `${key}\n`, code: 'no-secret-key', at: [1, 1] },
  { name: 'a secret key alone', paste: secret.slice(0, 50), code: 'no-access-key', at: [1, 1] },
  {
    name: 'the keys of Amazon',
    paste: 'AKIA0123456789ABCDEF\nmade/up/0123456789+abcdefghij0123456789x',
    code: 'unknown',
  },
  { name: 'a token of GitHub', paste: `ghp_${'0'.repeat(36)}`, code: 'unknown' },
  { name: 'nothing', paste: ' \n\t', code: 'empty' },
  { name: 'prose', paste: 'The access key identifies you.\nAsk Ann.', code: 'unknown', at: [1, 1] },
  { name: 'another program', paste: 'export AWS_PAGER=less\ngit clone x', code: 'unknown' },
  { name: 'a list', paste: '[1, 2, 3]', code: 'unknown' },
  { name: 'a megabyte', paste: 'x'.repeat(1024 * 1024 + 1), code: 'too-large' },
  {
    name: 'the block up to the middle of the secret',
    paste: block.slice(0, block.indexOf(secret) + 12),
    code: 'cut-off',
    at: [9, 6],
  },
  {
    name: 'the block up to the secret',
    paste: block.slice(0, block.indexOf('    "secret')),
    code: 'no-secret-key',
    at: [8, 5],
  },
  {
    name: 'the block without the access key',
    paste: block.replace(/.*access_key.*\n/, ''),
    code: 'no-access-key',
    at: [8, 5],
  },
  {
    name: 'the example of the documentation',
    paste: block.replace(key, '<access_key>').replace(secret, '<secret_key>'),
    code: 'placeholder',
    at: [8, 5],
  },
  {
    name: 'keys as dots',
    paste: lines('export CLEARML_API_ACCESS_KEY=A1B2', 'export CLEARML_API_SECRET_KEY=********'),
    code: 'placeholder',
    at: [2, 8],
  },
  {
    name: 'an exported secret that was cut',
    paste: lines(`export CLEARML_API_ACCESS_KEY=${key}`, `export CLEARML_API_SECRET_KEY="${secret.slice(0, 9)}`),
    code: 'cut-off',
    at: [2, 8],
  },
  {
    name: 'one exported key',
    paste: `export CLEARML_API_ACCESS_KEY=${key}`,
    code: 'no-secret-key',
    at: [1, 8],
  },
];
