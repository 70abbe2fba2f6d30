import { expect, it } from 'vitest';
import { lines, uncomment } from '../../../test/edited.ts';
import { parse } from '../parser.ts';
import { resolve } from '../resolve.ts';
import { valueAt } from '../value.ts';
import { applyEdits } from './apply.ts';

/** The blocks that the example of ClearML's agent has as comments only, in the same shapes: with notes inside, too. */
const example = lines(
  'agent {',
  '    default_docker: {',
  '        image: "i"',
  '        # Choose the image by rules:',
  '        #   "^a$" matches one word of ["a", "b"]',
  '        #',
  '        # match_rules: [',
  '        #     {',
  '        #         # the image',
  '        #         image: "a"',
  '        #         arguments: "-e A=1"',
  '        #         update_back_task: true',
  '        #',
  '        #         match: {',
  '        #             script{',
  '        #                 # all of them: "~=2"',
  '        #                 requirements: {',
  '        #                     pip: {',
  '        #                         torch: "~=2.6"',
  '        #                     },',
  '        #                 }',
  '        #                 repository: "/r/"',
  '        #                 branch: "main"',
  '        #                 binary: "python3"',
  '        #             }',
  '        #             project: "p"',
  '        #         }',
  '        #     },',
  '        #     {',
  '        #         image: "b"',
  '        #         match: { script { requirements { conda: { torch: ">2" } } } }',
  '        #     },',
  '        # ]',
  '    }',
  '',
  '    # where things stand in the container',
  '    # docker_internal_mounts {',
  '    #     bootstrap_folder: "/b"',
  '    #     apt_cache: "/a"',
  '    #     pip_cache: "/p"',
  '    # }',
  '}',
  'sdk {',
  '    aws {',
  '        s3 {',
  '            credentials: [',
  '                # one of each bucket',
  '                # {',
  '                #     bucket: "a"',
  '                #     key: "k"',
  '                #     secret: "s"',
  '                # },',
  '                # {',
  '                #     # with a host',
  '                #     host: "h:9000"',
  '                #     key: "k"',
  '                #     secret: "s"',
  '                #     multipart: false',
  '                #     secure: false',
  '                #     verify: false',
  '                # }',
  '            ]',
  '        }',
  '    }',
  '    google.storage {',
  '        # credentials = [',
  '        #     {',
  '        #         bucket: "b"',
  '        #         subdir: "d"',
  '        #         project: "p"',
  '        #         credentials_json: "/j"',
  '        #     },',
  '        # ]',
  '    }',
  '    azure.storage {',
  '        # containers: [',
  '        #     {',
  '        #         account_name: "n"',
  '        #         account_key: "k"',
  '        #         # container_name:',
  '        #     }',
  '        # ]',
  '    }',
  '}',
  '# Variables for the tasks:',
  '#   environment {',
  '#     key_a: value_a',
  '#   }',
  '#',
  '# Files for the tasks:',
  '#   files {',
  '#     one {',
  '#       contents: "x"',
  '#       path: "/x"',
  '#     }',
  '#     two {',
  '#       contents: {',
  '#         some {',
  '#           nested: [1, 2]',
  '#         }',
  '#       }',
  '#       path: "/y"',
  '#       target_format: json',
  '#     }',
  '#   }',
);

const rules = ['agent', 'default_docker', 'match_rules'];
const s3 = ['sdk', 'aws', 's3', 'credentials'];

/** Each block, and the options that have a value once it is switched on. */
const blocks: readonly (readonly [path: readonly (string | number)[], options: readonly string[]])[] = [
  [
    rules,
    [
      '0.image',
      '0.arguments',
      '0.update_back_task',
      '0.match.project',
      '0.match.script.requirements.pip.torch',
      '0.match.script.repository',
      '0.match.script.branch',
      '0.match.script.binary',
      '1.match.script.requirements.conda.torch',
    ],
  ],
  [
    ['agent', 'docker_internal_mounts'],
    ['bootstrap_folder', 'apt_cache', 'pip_cache'],
  ],
  [
    [...s3, 0],
    ['bucket', 'key', 'secret'],
  ],
  [
    [...s3, 1],
    ['host', 'key', 'secret', 'multipart', 'secure', 'verify'],
  ],
  [
    ['sdk', 'google', 'storage', 'credentials'],
    ['0.bucket', '0.subdir', '0.project', '0.credentials_json'],
  ],
  [
    ['sdk', 'azure', 'storage', 'containers'],
    ['0.account_name', '0.account_key'],
  ],
  [['environment'], ['key_a']],
  [['files'], ['one.contents', 'one.path', 'two.contents.some.nested', 'two.path', 'two.target_format']],
];

it('switches on every block of the agent example, and with each all that stands in it', () => {
  let text = example;
  for (const [path, options] of blocks) {
    const outcome = applyEdits(text, [uncomment(...path)]);
    expect(outcome).toMatchObject({ ok: true });
    if (outcome.ok) text = outcome.text;
    const { value, problems } = resolve(parse(text));
    expect(problems).toEqual([]);
    for (const option of options) {
      const steps = option.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      expect(valueAt(value, [...path, ...steps]), `${path.join('.')}.${option}`).toBeDefined();
    }
  }
  const comments = (all: string) => all.match(/^[ \t]*#/gm)?.length;
  expect([comments(example), comments(text)]).toEqual([87, 12]);
});
