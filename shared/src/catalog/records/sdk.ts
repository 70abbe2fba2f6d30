import type { Records } from '../setting.ts';

export const sdkRecords: Records = {
  sdk: {
    title: 'Python package',
    description: 'How the clearml package behaves inside your code: storage, logging, metrics, uploads.',
    type: 'object',
    'x-keywords': ['library', 'Task.init'],
    'x-docs': 'https://clear.ml/docs/latest/docs/configs/clearml_conf#sdk-section',
  },
  'sdk.log': {
    title: 'Messages of the package',
    description: 'What the clearml package writes to the console and keeps in memory before sending.',
    type: 'object',
    'x-keywords': ['logger', 'console', 'output'],
    'x-docs': 'https://clear.ml/docs/latest/docs/configs/clearml_conf#sdklog',
  },
  'sdk.log.disable_urllib3_info': {
    title: 'Quiet the network library',
    description:
      'Hides the notices of urllib3, the library that makes the calls; warnings still appear. Turn it off to hunt for connection trouble.',
    type: 'boolean',
    default: true,
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-keywords': ['logger', 'verbose', 'noise', 'requests', 'debug'],
  },
  'sdk.log.null_log_propagate': {
    title: 'Show silenced messages',
    description:
      "Passes messages that ClearML would swallow on to Python's own logging. Turn it on only to search for a fault. Left out, they stay hidden.",
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-keywords': ['logger', 'debug', 'root', 'propagate'],
  },
  'sdk.log.task_log_buffer_capacity': {
    title: 'Lines held before sending',
    description:
      'How many console lines are collected before they go to the server. A larger number means fewer calls and later lines.',
    type: 'integer',
    default: 66,
    minimum: 1,
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-keywords': ['buffer', 'console', 'delay', 'stdout'],
  },
};
