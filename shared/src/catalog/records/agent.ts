import type { Records } from '../setting.ts';

export const agentRecords: Records = {
  agent: {
    title: 'Agent',
    description: 'How clearml-agent runs tasks on this machine. Without an agent here, nothing in it matters.',
    type: 'object',
    'x-keywords': ['worker', 'daemon', 'queue', 'remote'],
    'x-docs': 'https://clear.ml/docs/latest/docs/configs/clearml_conf#agent-section',
  },
  'agent.worker_name': {
    title: 'Worker name',
    description:
      "The machine's name as the web page shows it. The agent adds the GPU or process number. Left empty, the host name is used.",
    type: 'string',
    default: '',
    examples: ['clearml-agent-machine1'],
    'x-level': 'common',
    'x-env': ['CLEARML_WORKER_NAME', 'TRAINS_WORKER_NAME'],
    'x-read-by': 'agent',
    'x-note': 'It matters only where the full worker name is empty.',
    'x-keywords': ['hostname', 'machine', 'rename'],
  },
  'agent.worker_id': {
    title: 'Full worker name',
    description:
      'The whole name of this worker. Two agents with the same name refuse to run side by side. Left empty, it is made of the worker name and the GPU or process number.',
    type: 'string',
    default: '',
    examples: ['clearml-agent-machine1:gpu0'],
    'x-level': 'common',
    'x-env': ['CLEARML_WORKER_ID', 'TRAINS_WORKER_ID'],
    'x-read-by': 'agent',
    'x-keywords': ['machine', 'rename', 'id', 'gpu'],
  },
  'agent.python_binary': {
    title: 'Python program',
    description:
      "The Python that builds each task's environment. Set it when tasks need another Python than the agent's own. Left empty, the Python that runs the agent is used.",
    type: 'string',
    default: '',
    examples: ['/usr/bin/python3'],
    format: 'file',
    'x-level': 'common',
    'x-read-by': 'agent',
    'x-note': 'On Windows write C:/… or double the backslashes.',
    'x-keywords': ['interpreter', 'version', 'python3', 'virtualenv'],
  },
  'agent.cuda_version': {
    title: 'CUDA version',
    description:
      'Which CUDA version packages such as PyTorch are picked for. Set it if the agent picks the wrong builds. Left empty, the agent looks at the machine.',
    type: ['number', 'string'],
    examples: ['11.8', 12.1, 118],
    'x-level': 'common',
    'x-env': ['CLEARML_CUDA_VERSION', 'TRAINS_CUDA_VERSION', 'CUDA_VERSION'],
    'x-read-by': 'agent',
    'x-former-type': 'number',
    'x-note': '11.8, "11.8" and 118 mean the same. Put quotes around it, or 12.10 is read as 12.1.',
    'x-keywords': ['gpu', 'nvidia', 'driver', 'torch', 'cpu'],
  },
  'agent.cudnn_version': {
    title: 'cuDNN version',
    description: 'Which cuDNN version packages are picked for. Left empty, the agent looks at the machine.',
    type: ['number', 'string'],
    'x-level': 'advanced',
    'x-env': ['CLEARML_CUDNN_VERSION', 'TRAINS_CUDNN_VERSION', 'CUDNN_VERSION'],
    'x-read-by': 'agent',
    'x-former-type': 'number',
    'x-note': '8.9, "8.9" and 89 mean the same.',
    'x-keywords': ['gpu', 'nvidia', 'driver'],
  },
  'agent.venvs_dir': {
    title: 'Folder for task environments',
    description:
      "Where each task's Python environment is built. Move it if the disk is full or slow. Left out, ~/.clearml/venvs-builds is used.",
    type: 'string',
    default: '~/.clearml/venvs-builds',
    format: 'directory',
    'x-level': 'common',
    'x-read-by': 'agent',
    'x-note':
      'It is made if it is missing. The path must not hold blanks (on Windows it may). A second agent on the machine adds .1 to it.',
    'x-keywords': ['virtualenv', 'disk', 'space', 'temp'],
  },
  'agent.reload_config': {
    title: 'Read this file before each task',
    description:
      'Turn it on to change settings without restarting the agent. Left out, the file is read only when the agent starts.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-keywords': ['restart', 'refresh', 'live'],
  },
};
