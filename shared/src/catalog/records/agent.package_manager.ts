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
    description:
      'The tool that installs the packages: pip, conda, poetry or uv. Choose the one your projects use. Left out, pip is used.',
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
    'x-keywords': ['pip', 'conda', 'poetry', 'uv', 'install', 'anaconda', 'mamba', 'environment'],
  },
  'agent.package_manager.pip_version': {
    title: 'pip version',
    description:
      "The pip version installed into each environment, for example ==24.0. Set it if pip itself makes trouble. Empty means the newest. Left out, an older pip that suits the task's Python is taken.",
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
    'x-if-empty': 'the newest pip',
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
      format: 'address',
    },
    examples: [['https://user:token@pypi.example.com/simple']],
    format: 'address',
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
    description:
      'Where conda looks for packages, first one first. Change them if a package is on another channel or on your mirror. Left out, the usual four channels are used.',
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
    'x-note': 'A list of your own replaces the usual four.',
    'x-keywords': ['conda-forge', 'anaconda', 'mirror'],
  },
  'agent.package_manager.post_packages': {
    title: 'Install these last',
    description:
      'Names of packages installed after all others, one per entry. Use it for packages that need others to be there first. Left out, only horovod is held back.',
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
    description:
      'Names of packages tried after all others, one per entry. If one cannot be installed, the task starts all the same. Left out, none are tried.',
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
      'Takes a nightly PyTorch build where no stable one fits. Turn it on for very new GPUs. Such builds are deleted after a while, so the task may not run again later.',
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
  'agent.package_manager.force_repo_requirements_txt': {
    title: "Use the repository's requirements.txt",
    description:
      'Installs what requirements.txt says and ignores the packages recorded with the task. Turn it on if your team keeps that file up to date. Left out, the recorded ones are installed.',
    type: 'boolean',
    default: false,
    'x-level': 'common',
    'x-read-by': 'agent',
    'x-keywords': ['dependencies', 'pinned', 'repository'],
  },
  'agent.package_manager.force_original_requirements': {
    title: 'Use the packages as first recorded',
    description:
      'Installs what was recorded when the task first ran. Turn it on if a task no longer runs after an agent renewed its list. Left out, the renewed list is installed.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-conflicts': ['agent.package_manager.force_repo_requirements_txt'],
    'x-note': "The switch for the repository's requirements.txt is looked at first.",
    'x-keywords': ['dependencies', 'frozen', 'reproduce'],
  },
  'agent.package_manager.priority_packages': {
    title: 'Install these first',
    description: 'Packages moved to the front of the order. Use it for packages that others need while they are built.',
    type: 'array',
    items: {
      type: 'string',
    },
    examples: [['cython', 'numpy', 'setuptools']],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-default-note': 'cython, numpy and setuptools come first in any case',
    'x-note': 'Names are compared in small letters.',
    'x-keywords': ['order', 'build', 'numpy', 'cython', 'setuptools'],
  },
  'agent.package_manager.priority_optional_packages': {
    title: 'Install these first, if possible',
    description:
      'Packages tried before all others. If one cannot be installed, the task starts all the same. Add one that others may need while they are built.',
    type: 'array',
    items: {
      type: 'string',
    },
    default: ['pygobject'],
    examples: [['pygobject']],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-keywords': ['order', 'optional', 'ignore errors'],
  },
  'agent.package_manager.extra_pip_install_flags': {
    title: 'More options for pip install',
    description:
      'Options added to every pip install, for example --no-cache-dir. Write one word per entry. Left out, none are added.',
    type: 'array',
    items: {
      type: 'string',
    },
    examples: [['--use-deprecated=legacy-resolver']],
    'x-level': 'advanced',
    'x-env': ['CLEARML_EXTRA_PIP_INSTALL_FLAGS'],
    'x-env-parse': 'shell-words',
    'x-read-by': 'agent',
    'x-note': 'Write a list: a single text would be split into letters.',
    'x-keywords': ['pip', 'flags', 'arguments', 'trusted-host', 'no-cache'],
  },
  'agent.package_manager.pip_legacy_resolver': {
    title: 'pip versions with the old resolver',
    description:
      "Which pip versions use pip's older way of solving version conflicts. Change it if pip finds conflicts that used to be none. An empty list means none.",
    type: 'array',
    items: {
      type: 'string',
    },
    default: ['>=20.3,<24.3'],
    examples: [['>=20.3,<24.3']],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-keywords': ['conflict', 'dependency', 'backtracking', 'slow'],
  },
  'agent.package_manager.pytorch_resolve': {
    title: 'How PyTorch is found',
    description:
      'With pip, PyTorch comes from its own index for your CUDA version. With direct, the agent looks for the file itself. With none, it is installed like any other package. Change it if the wrong PyTorch is installed.',
    type: 'string',
    default: 'pip',
    enum: ['pip', 'direct', 'none'],
    'x-level': 'advanced',
    'x-enum': 'any-case',
    'x-env': ['CLEARML_AGENT_PACKAGE_PYTORCH_RESOLVE'],
    'x-read-by': 'agent',
    'x-keywords': ['torch', 'cuda', 'wheel', 'gpu'],
  },
  'agent.package_manager.torch_page': {
    title: 'PyTorch download page',
    description:
      "The page searched for PyTorch files when the agent looks for them itself. Point it to your mirror. Left out, PyTorch's own page is used.",
    type: 'string',
    format: 'url-template',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.pytorch_resolve',
        equals: 'direct',
      },
    ],
    'x-note': '{} is filled with the CUDA version, as in https://mirror.example.com/whl/cu{}/torch_stable.html.',
    'x-keywords': ['torch', 'mirror', 'wheel'],
  },
  'agent.package_manager.torch_nightly_page': {
    title: 'PyTorch nightly page',
    description: "The page searched for nightly builds. Point it to your mirror. Left out, PyTorch's own page is used.",
    type: 'string',
    format: 'url-template',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.pytorch_resolve',
        equals: 'direct',
      },
    ],
    'x-note':
      '{} is filled with the CUDA version, as in https://mirror.example.com/whl/nightly/cu{}/torch_nightly.html.',
    'x-keywords': ['torch', 'mirror', 'preview'],
  },
  'agent.package_manager.torch_url_template': {
    title: 'PyTorch file address',
    description:
      "How the address of a PyTorch file is made up. Change it for a mirror with other addresses. Left out, PyTorch's own are used.",
    type: 'string',
    format: 'url-template',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.pytorch_resolve',
        equals: 'direct',
      },
    ],
    'x-note':
      'It follows the start of the address. {0.cuda_version}, {0.torch_version}, {0.python} and {0.os_name} are filled in.',
    'x-keywords': ['torch', 'mirror', 'wheel'],
  },
  'agent.package_manager.torch_url_template_prefix': {
    title: 'Start of the PyTorch file address',
    description:
      "The first part of the address of a PyTorch file. Point it to your mirror, for example https://mirror.example.com/whl/. Left out, PyTorch's own server is used.",
    type: 'string',
    format: 'url-template',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.pytorch_resolve',
        equals: 'direct',
      },
    ],
    'x-keywords': ['torch', 'mirror', 'wheel', 'offline'],
  },
  'agent.package_manager.extra_index_url_template': {
    title: 'PyTorch index for CUDA',
    description:
      'The index for CUDA builds; {} is filled with the CUDA version. Point it to your mirror if you have one.',
    type: 'string',
    default: 'https://download.pytorch.org/whl/cu{}/',
    format: 'url-template',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-keywords': ['torch', 'mirror', 'gpu', 'offline'],
  },
  'agent.package_manager.nightly_extra_index_url_template': {
    title: 'PyTorch nightly index for CUDA',
    description:
      'The index for nightly CUDA builds; {} is filled with the CUDA version. Point it to your mirror if you have one.',
    type: 'string',
    default: 'https://download.pytorch.org/whl/nightly/cu{}/',
    format: 'url-template',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-keywords': ['torch', 'mirror', 'gpu', 'preview'],
  },
  'agent.package_manager.rocm_extra_index_url_template': {
    title: 'PyTorch index for ROCm',
    description:
      'The index for builds for AMD cards; {}.{} is filled with the ROCm version, for example 6.4. Point it to your mirror if you have one.',
    type: 'string',
    default: 'https://download.pytorch.org/whl/rocm{}.{}/',
    format: 'url-template',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-keywords': ['torch', 'mirror', 'amd', 'gpu'],
  },
  'agent.package_manager.nightly_rocm_extra_index_url_template': {
    title: 'PyTorch nightly index for ROCm',
    description:
      'The index for nightly builds for AMD cards; {}.{} is filled with the ROCm version, for example 6.4. Point it to your mirror if you have one.',
    type: 'string',
    default: 'https://download.pytorch.org/whl/nightly/rocm{}.{}/',
    format: 'url-template',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-keywords': ['torch', 'mirror', 'amd', 'gpu', 'preview'],
  },
  'agent.package_manager.conda_env_as_base_docker': {
    title: 'Run in an existing conda environment',
    description:
      'The container field of a task then names a conda environment, and the task runs in it. Turn it on to use environments that are ready. Left out, a new one is built.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-env': ['CLEARML_CONDA_ENV_PACKAGE', 'TRAINS_CONDA_ENV_PACKAGE'],
    'x-env-rule': 'forces',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.type',
        equals: 'conda',
      },
    ],
    'x-note': "In containers it is always off. The environment variable holds the environment's path and turns it on.",
    'x-keywords': ['anaconda', 'reuse', 'image'],
  },
  'agent.package_manager.use_conda_base_env': {
    title: 'Install into the base conda environment',
    description:
      "Adds the task's packages to the image's base environment, so that tasks start sooner. Left out, a new environment is built.",
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-env': ['CLEARML_USE_CONDA_BASE_ENV'],
    'x-env-parse': 'boolean',
    'x-read-by': 'agent',
    'x-mode': 'docker',
    'x-requires': [
      {
        path: 'agent.package_manager.type',
        equals: 'conda',
      },
    ],
    'x-keywords': ['anaconda', 'image', 'container'],
  },
  'agent.package_manager.conda_full_env_update': {
    title: 'Record the full conda environment',
    description:
      'Stores the whole conda environment with the task after it is built. Turn it on to be able to build it again. Left out, only the packages are recorded.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.type',
        equals: 'conda',
      },
    ],
    'x-keywords': ['anaconda', 'freeze', 'reproduce'],
  },
  'agent.package_manager.poetry_version': {
    title: 'poetry version',
    description:
      'The poetry version to install, for example <2. Set it if a newer poetry breaks your project. Empty means the newest. Left out, poetry is installed only where it is missing.',
    type: 'string',
    examples: ['<2', '==1.1.1', ''],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.type',
        equals: 'poetry',
      },
    ],
    'x-keywords': ['upgrade', 'lock'],
  },
  'agent.package_manager.poetry_install_extra_args': {
    title: 'More options for poetry install',
    description: 'Options added to poetry install, for example -v. Write one word per entry. Left out, none are added.',
    type: 'array',
    items: {
      type: 'string',
    },
    examples: [['-v']],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.type',
        equals: 'poetry',
      },
    ],
    'x-note': 'Write a list: a single text would be split into letters.',
    'x-keywords': ['flags', 'arguments', 'groups', 'extras'],
  },
  'agent.package_manager.poetry_files_from_repo_working_dir': {
    title: 'Look for poetry.lock where the task starts',
    description:
      "Takes poetry's files from the folder the task starts in. Turn it on for several projects in one repository. Left out, the repository's top folder is searched.",
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.type',
        equals: 'poetry',
      },
    ],
    'x-keywords': ['monorepo', 'subfolder', 'pyproject'],
  },
  'agent.package_manager.uv_version': {
    title: 'uv version',
    description:
      'The uv version to install, for example >0.4. Set it if a newer uv breaks your project. Left out, uv is installed only where it is missing.',
    type: 'string',
    examples: ['>0.4'],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.type',
        equals: 'uv',
      },
    ],
    'x-keywords': ['upgrade'],
  },
  'agent.package_manager.uv_replace_pip': {
    title: 'Use uv in place of pip',
    description:
      'Installs with uv where the repository has no uv.lock. Turn it on to install sooner. Left out, pip does it.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.type',
        equals: 'uv',
      },
    ],
    'x-keywords': ['speed', 'fast', 'install'],
  },
  'agent.package_manager.uv_sync_extra_args': {
    title: 'More options for uv sync',
    description:
      'Options added to uv sync, for example --all-extras. Write one word per entry. Left out, none are added.',
    type: 'array',
    items: {
      type: 'string',
    },
    examples: [['--all-extras']],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.type',
        equals: 'uv',
      },
    ],
    'x-note': 'Write a list: a single text would be split into letters.',
    'x-keywords': ['flags', 'arguments', 'extras', 'groups'],
  },
  'agent.package_manager.uv_run_extra_args': {
    title: 'More options for uv run',
    description:
      'Options added to uv run, for example --all-extras. Write one word per entry, and the same ones as for uv sync. Left out, none are added.',
    type: 'array',
    items: {
      type: 'string',
    },
    examples: [['--all-extras']],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.type',
        equals: 'uv',
      },
    ],
    'x-note': 'Write a list: a single text would be split into letters.',
    'x-keywords': ['flags', 'arguments', 'extras', 'groups'],
  },
  'agent.package_manager.uv_files_from_repo_working_dir': {
    title: 'Look for uv.lock where the task starts',
    description:
      "Takes uv's files from the folder the task starts in. Turn it on for several projects in one repository. Left out, the repository's top folder is searched.",
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.type',
        equals: 'uv',
      },
    ],
    'x-keywords': ['monorepo', 'subfolder', 'pyproject'],
  },
  'agent.package_manager.uv_sync_locked_if_lock_file': {
    title: 'Stick to uv.lock',
    description: 'Installs exactly what uv.lock says and fails if it is out of date. Turn it off to let uv update it.',
    type: 'boolean',
    default: true,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.package_manager.type',
        equals: 'uv',
      },
    ],
    'x-keywords': ['pinned', 'frozen', 'reproduce'],
  },
  'agent.package_manager.uv_unsafe_best_match': {
    title: 'Let uv search all indexes',
    description:
      'Takes the best version found on any index. Turn it on if one index has only old versions of a package. Left out, uv stops at the first index that has the package, which is safer.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-keywords': ['private index', 'dependency confusion', 'version'],
  },
  'agent.package_manager.uv_apply_environment': {
    title: "Hand ClearML's variables to uv",
    description: 'ClearML ignores it: no agent reads it.',
    type: 'boolean',
    'x-level': 'advanced',
    'x-read-by': 'none',
    'x-keywords': ['env'],
  },
};
