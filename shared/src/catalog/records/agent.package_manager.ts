import type { Records } from '../setting.ts';

export const agentPackageManagerRecords: Records = {
  'agent.package_manager': {
    title: 'Python packages',
    description: 'How the agent installs the Python packages that a task needs.',
    type: 'object',
    'x-keywords': ['install', 'dependencies', 'requirements'],
    'x-docs': 'https://clear.ml/docs/latest/docs/configs/clearml_conf#agentpackage_manager',
  },
  'agent.package_manager.type': {
    title: 'Package manager',
    description: 'The tool that installs the packages: pip, conda, poetry or uv. Left out, pip is used.',
    type: 'string',
    default: 'pip',
    enum: ['pip', 'conda', 'poetry', 'uv'],
    'x-level': 'common',
    'x-env': ['CLEARML_AGENT_FORCE_POETRY', 'CLEARML_AGENT_FORCE_UV'],
    'x-env-parse': 'boolean',
    'x-env-rule': 'forces',
    'x-read-by': 'agent',
    'x-note':
      'Write it in small letters. Any other word silently means pip. CLEARML_AGENT_FORCE_POETRY or CLEARML_AGENT_FORCE_UV set to true win over the file.',
    'x-keywords': ['pip', 'conda', 'poetry', 'uv', 'install', 'anaconda', 'mamba'],
  },
  'agent.package_manager.pip_version': {
    title: 'pip version',
    description:
      "The pip version installed into each environment, for example ==24.0. Empty means the newest. Left out, an older pip that suits the task's Python is taken.",
    type: ['string', 'array'],
    items: {
      type: 'string',
    },
    default: [
      "<20.2 ; python_version < '3.10'",
      "<22.3 ; python_version >= '3.10' and python_version <= '3.11'",
      ">=23,<26 ; python_version >= '3.12'",
    ],
    examples: ['<20.2', '==19.3.1', '', ["<20.2 ; python_version < '3.10'"]],
    'x-level': 'common',
    'x-read-by': 'agent',
    'x-former-type': 'string',
    'x-note':
      'A plain number means exactly that version. Use a list if the agent starts containers with its bootstrap package.',
    'x-keywords': ['upgrade', 'resolver', 'downgrade'],
  },
  'agent.package_manager.force_upgrade': {
    title: 'Upgrade packages while installing',
    description:
      'Passes --upgrade to the installer, so that packages already there are brought up to date. Left out, they are kept.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-keywords': ['pip', 'update', 'latest'],
  },
  'agent.package_manager.extra_index_url': {
    title: 'More package indexes',
    description:
      "Addresses of further package indexes, searched beside the public one. Add your company's index here. Left out, only the public index is searched.",
    type: ['array', 'string'],
    items: {
      type: 'string',
      format: 'url',
    },
    examples: [['https://user:token@pypi.example.com/simple']],
    format: 'url',
    'x-level': 'common',
    'x-secret': true,
    'x-read-by': 'agent',
    'x-former-type': 'string[]',
    'x-note': 'An address may hold a user and password, so it is masked here.',
    'x-keywords': ['pypi', 'private', 'artifactory', 'nexus', 'index-url', 'pip.conf', 'mirror', 'proxy'],
  },
  'agent.package_manager.system_site_packages': {
    title: "See the system's packages",
    description:
      'Lets a task use packages installed on the machine or in the image. It saves time and may bring in unwanted versions. Left out, tasks on the machine itself see none of them.',
    type: 'boolean',
    default: false,
    'x-level': 'common',
    'x-env': ['CLEARML_AGENT_FORCE_SYSTEM_SITE_PACKAGES'],
    'x-env-parse': 'boolean',
    'x-env-rule': 'forces',
    'x-read-by': 'agent',
    'x-note': 'In containers it is always on, unless CLEARML_AGENT_FORCE_SYSTEM_SITE_PACKAGES is false.',
    'x-keywords': ['global', 'inherit', 'isolate', 'virtualenv', 'image'],
  },
  'agent.package_manager.conda_channels': {
    title: 'Conda channels',
    description: 'Where conda looks for packages, first one first. Left out, the usual four channels are used.',
    type: 'array',
    items: {
      type: 'string',
    },
    default: ['pytorch', 'conda-forge', 'nvidia', 'defaults'],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.type',
        equals: 'conda',
      },
    ],
    'x-keywords': ['conda-forge', 'anaconda', 'mirror'],
  },
  'agent.package_manager.post_packages': {
    title: 'Install these last',
    description:
      'Packages installed after all others, in any order. Use it for packages that need others to be there first. Left out, only horovod is held back.',
    type: 'array',
    items: {
      type: 'string',
    },
    examples: [['horovod']],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-default-note': 'horovod is held back in any case',
    'x-keywords': ['order', 'horovod', 'build'],
  },
  'agent.package_manager.post_optional_packages': {
    title: 'Install these last, if possible',
    description: 'Packages tried after all others. If one cannot be installed, the task starts all the same.',
    type: 'array',
    items: {
      type: 'string',
    },
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-former-type': 'string',
    'x-keywords': ['order', 'optional', 'ignore errors'],
  },
  'agent.package_manager.torch_nightly': {
    title: 'Allow nightly PyTorch builds',
    description:
      'Takes a nightly PyTorch build where no stable one fits. Such builds vanish after a while, so the task may not run again later.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.pytorch_resolve',
        equals: 'direct',
      },
    ],
    'x-keywords': ['torch', 'preview', 'cuda'],
  },
};
