import type { Records } from '../setting.ts';

export const sdkNetworkRecords: Records = {
  'sdk.network': {
    title: 'Uploads and retries',
    description: 'How files are sent while your code runs.',
    type: 'object',
    'x-keywords': ['connection', 'retry', 'slow', 'hang'],
    'x-docs': 'https://clear.ml/docs/latest/docs/configs/clearml_conf#sdknetwork',
  },
  'sdk.network.metrics': {
    title: 'Uploading debug files',
    description: 'How debug images and other files of metrics are sent.',
    type: 'object',
    'x-keywords': ['upload', 'threads'],
    'x-docs': 'https://clear.ml/docs/latest/docs/configs/clearml_conf#sdknetworkmetrics',
  },
  'sdk.network.metrics.file_upload_threads': {
    title: 'Upload threads',
    description: 'How many files are uploaded at the same time. More can be faster and take more of the connection.',
    type: 'integer',
    default: 4,
    minimum: 1,
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-keywords': ['parallel', 'speed', 'slow'],
  },
  'sdk.network.metrics.file_upload_starvation_warning_sec': {
    title: 'Warn when uploads stand still',
    description: 'After how many seconds a warning is printed if files wait and none gets through. null means never.',
    type: ['integer', 'null'],
    default: 120,
    minimum: 0,
    'x-level': 'advanced',
    'x-unit': 'seconds',
    'x-read-by': 'sdk',
    'x-former-type': 'integer',
    'x-keywords': ['hang', 'stuck', 'slow', 'timeout'],
  },
  'sdk.network.iteration': {
    title: 'Retries when fetching frames',
    description: 'Retry settings for fetching frames. The open source packages do not look at them.',
    type: 'object',
    'x-keywords': ['retry', 'server error', '500'],
  },
  'sdk.network.iteration.max_retries_on_server_error': {
    title: 'Retries on server errors',
    description:
      'How often fetching frames is tried again after a server error. The open source packages do not look at it.',
    type: 'integer',
    default: 5,
    minimum: 0,
    'x-level': 'advanced',
    'x-read-by': 'none',
    'x-keywords': ['retry', '500', 'hang'],
  },
  'sdk.network.iteration.retry_backoff_factor_sec': {
    title: 'Wait between retries',
    description:
      'The first wait between two tries; each further one is twice as long. The open source packages do not look at it.',
    type: 'integer',
    default: 10,
    minimum: 0,
    'x-level': 'advanced',
    'x-unit': 'seconds',
    'x-read-by': 'none',
    'x-keywords': ['retry', 'backoff', 'hang'],
  },
};
