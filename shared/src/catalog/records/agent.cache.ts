import type { Records } from '../setting.ts';

export const agentCacheRecords: Records = {
  'agent.pip_download_cache': {
    title: 'Downloaded packages',
    description: 'Keeps Python packages on disk, so that the next task does not download them again.',
    type: 'object',
    'x-keywords': ['pip', 'speed', 'disk', 'wheel'],
    'x-docs': 'https://clear.ml/docs/latest/docs/configs/clearml_conf#agentpip_download_cache',
  },
  'agent.pip_download_cache.enabled': {
    title: 'Keep downloaded packages',
    description: 'Turn it off to download packages anew for every task. Left out, they are kept.',
    type: 'boolean',
    default: true,
    'x-level': 'common',
    'x-read-by': 'agent',
    'x-keywords': ['pip', 'speed', 'disk'],
  },
  'agent.pip_download_cache.path': {
    title: 'Folder for downloaded packages',
    description:
      'Where the packages are kept. Move it if the disk is small. Left out, ~/.clearml/pip-download-cache is used.',
    type: 'string',
    default: '~/.clearml/pip-download-cache',
    format: 'directory',
    'x-level': 'common',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.pip_download_cache.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['pip', 'disk', 'space', 'full'],
  },
  'agent.vcs_cache': {
    title: 'Cloned repositories',
    description: 'Keeps a copy of each repository, so that the next task fetches only what is new.',
    type: 'object',
    'x-keywords': ['git', 'clone', 'speed', 'disk'],
    'x-docs': 'https://clear.ml/docs/latest/docs/configs/clearml_conf#agentvcs_cache',
  },
  'agent.vcs_cache.enabled': {
    title: 'Keep cloned repositories',
    description: 'Turn it off to clone anew for every task. Left out, clones are kept.',
    type: 'boolean',
    default: true,
    'x-level': 'common',
    'x-read-by': 'agent',
    'x-keywords': ['git', 'speed', 'stale'],
  },
  'agent.vcs_cache.path': {
    title: 'Folder for clones',
    description:
      'Where repositories are cloned to. Move it if the disk is small. Left out, ~/.clearml/vcs-cache is used.',
    type: 'string',
    default: '~/.clearml/vcs-cache',
    format: 'directory',
    'x-level': 'common',
    'x-read-by': 'agent',
    'x-note': 'The folder is used for cloning even when clones are not kept.',
    'x-keywords': ['git', 'disk', 'space', 'full'],
  },
  'agent.venv_update': {
    title: 'Fast environment builds (old)',
    description: 'An old way to build environments faster. No current agent looks at it.',
    type: 'object',
    deprecated: true,
    'x-moved-to': 'agent.venvs_cache',
    'x-keywords': ['virtualenv', 'speed', 'beta'],
    'x-docs': 'https://clear.ml/docs/latest/docs/configs/clearml_conf#agentvenv_update',
  },
  'agent.venv_update.enabled': {
    title: 'Use the old fast build',
    description:
      'ClearML ignores it. Set a folder for finished environments (agent.venvs_cache.path) to start tasks faster.',
    type: 'boolean',
    default: false,
    deprecated: true,
    'x-level': 'advanced',
    'x-read-by': 'none',
    'x-moved-to': 'agent.venvs_cache.path',
    'x-keywords': ['virtualenv', 'speed', 'beta'],
  },
  'agent.vcs_cache.clone_on_pull_fail': {
    title: 'Clone again if updating fails',
    description:
      'Throws the kept copy away and clones anew when it cannot be updated. Turn it on if tasks fail at a broken copy. Left out, the task fails.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.vcs_cache.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['git', 'broken', 'corrupt', 'fetch'],
  },
  'agent.venvs_cache': {
    title: 'Finished environments',
    description: 'Keeps whole Python environments, so that a task with the same packages starts in seconds.',
    type: 'object',
    'x-keywords': ['virtualenv', 'speed', 'disk', 'reuse'],
    'x-docs': 'https://clear.ml/docs/latest/docs/configs/clearml_conf#agentvenvs_cache',
  },
  'agent.venvs_cache.path': {
    title: 'Folder for finished environments',
    description:
      'Where finished environments are kept. Move it if the disk is small. An empty text turns the cache off. Left out, ~/.clearml/venvs-cache is used.',
    type: 'string',
    default: '~/.clearml/venvs-cache',
    format: 'directory',
    'x-if-empty': 'no environment is kept',
    'x-level': 'common',
    'x-env': ['CLEARML_AGENT_VENV_CACHE_PATH'],
    'x-read-by': 'agent',
    'x-keywords': ['virtualenv', 'virtual environment', 'reuse', 'speed', 'disk', 'slow start'],
  },
  'agent.venvs_cache.max_entries': {
    title: 'Environments kept',
    description:
      'How many environments are kept. Raise it if tasks with many different packages take turns; the one unused for longest goes first.',
    type: 'integer',
    default: 10,
    minimum: 1,
    'x-level': 'advanced',
    'x-unit': 'entries',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.venvs_cache.path',
      },
    ],
    'x-keywords': ['virtualenv', 'disk', 'space', 'limit'],
  },
  'agent.venvs_cache.free_space_threshold_gb': {
    title: 'Free disk space needed',
    description:
      'An environment is kept only if this much disk space is free. Raise it if the disk fills up. 0 or less means always.',
    type: 'number',
    default: 2.0,
    'x-level': 'advanced',
    'x-unit': 'GB',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.venvs_cache.path',
      },
    ],
    'x-keywords': ['virtualenv', 'disk', 'full', 'limit'],
  },
  'agent.venvs_cache.lock_timeout': {
    title: 'Longest wait for the cache',
    description:
      'How long an agent waits while another one uses the cache. Set it if tasks hang there. Left out, it waits until its turn comes.',
    type: ['number', 'null'],
    default: null,
    minimum: 0,
    'x-level': 'advanced',
    'x-unit': 'seconds',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.venvs_cache.path',
      },
    ],
    'x-keywords': ['virtualenv', 'hang', 'lock', 'stuck'],
  },
};
