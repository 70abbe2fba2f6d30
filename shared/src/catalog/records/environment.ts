import type { Records } from '../setting.ts';

export const environmentRecords: Records = {
  environment: {
    title: 'Environment variables',
    description: 'Variables set before your code or a task runs: the proxy, tokens, paths. Left out, none are set.',
    type: 'object',
    'x-level': 'common',
    'x-read-by': 'both',
    'x-note': 'The agent applies it by itself; your own code only if sdk.apply_environment is true.',
    'x-keywords': ['env', 'export', 'HTTP_PROXY', 'HTTPS_PROXY', 'os.environ', 'proxy'],
    'x-docs': 'https://clear.ml/docs/latest/docs/configs/clearml_conf#environment-section',
  },
  'environment.*': {
    title: 'Variable',
    description: "The variable's value; the key is its name. ClearML turns every value into text.",
    type: ['string', 'number', 'boolean', 'null'],
    format: 'lines',
    'x-level': 'common',
    'x-secret': true,
    'x-read-by': 'both',
    'x-note':
      'Put numbers and switches in quotes: your own code gets an empty text for 0, false and null. A name must not hold a dot, unless the whole name stands in quotes.',
    'x-keywords': ['env', 'export'],
  },
};
