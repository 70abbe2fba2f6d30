import type { Records } from '../setting.ts';

export const agentBootstrapRecords: Records = {
  'agent.bootstrap': {
    title: 'Bootstrap of containers',
    description:
      'Brings a ready-made Python and Git into containers, so that any image works and starts faster. It needs the clearml-agent-bootstrap package.',
    type: 'object',
    'x-keywords': ['uv', 'python', 'git', 'image', 'speed', 'offline'],
  },
  'agent.bootstrap.use_bootstrap': {
    title: 'Use the bootstrap package',
    description: "Uses the package if it is installed. Turn it off to let the image's own tools do the work.",
    type: 'boolean',
    default: true,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-keywords': ['image', 'start'],
  },
  'agent.bootstrap.host_bootstrap_dir': {
    title: 'Folder for bootstrap files',
    description:
      'Where this machine keeps the unpacked files. Move it if the disk is small. Left out, ~/.clearml.bootstrap is used.',
    type: 'string',
    default: '~/.clearml.bootstrap',
    format: 'directory',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-keywords': ['disk', 'cache'],
  },
  'agent.bootstrap.host_bootstrap_cache_dir': {
    title: 'Folder for the bootstrap cache',
    description:
      'Where this machine keeps what the bootstrap downloads. Move it if the disk is small. An empty text turns the cache off.',
    type: 'string',
    default: '~/.clearml.bootstrap.cache',
    format: 'directory',
    'x-if-empty': 'there is no such cache',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-keywords': ['disk', 'uv'],
  },
  'agent.bootstrap.always_update': {
    title: 'Unpack anew each time',
    description:
      'Unpacks the bootstrap files every time the agent starts. Turn it on if they may be damaged. Left out, files that are up to date are left alone.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-keywords': ['refresh', 'broken'],
  },
  'agent.bootstrap.check_for_latest': {
    title: 'Look for a newer bootstrap package',
    description:
      'Prints a warning when the agent starts if a newer bootstrap package exists. It installs nothing. Left out, nobody is asked.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-keywords': ['update', 'upgrade'],
  },
  'agent.bootstrap.check_for_latest_timeout': {
    title: 'Time limit for the version check',
    description: 'How long the agent waits for the answer about newer versions. Raise it if the network is slow.',
    type: 'number',
    default: 5,
    minimum: 0,
    'x-level': 'advanced',
    'x-unit': 'seconds',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-keywords': ['update', 'timeout'],
  },
  'agent.bootstrap.skip_git_installation': {
    title: "Use the image's Git",
    description: 'Uses the Git of the image where there is one. Turn it off to install Git in any case.',
    type: 'boolean',
    default: true,
    'x-level': 'advanced',
    'x-container-env': 'CLEARML_SKIP_GIT_INST',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-keywords': ['install', 'apt-get'],
  },
  'agent.bootstrap.always_use_static_git': {
    title: 'Always use the supplied Git',
    description:
      "Always uses the Git that comes with the bootstrap package. Turn it on if the Git in your images is too old. Left out, an image's own Git is used.",
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-container-env': 'CLEARML_FORCE_STATIC_GIT_BIN',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-keywords': ['static', 'install'],
  },
  'agent.bootstrap.git_insecure': {
    title: 'Do not check certificates in Git',
    description: 'Lets Git accept any certificate. Use it only inside a network you trust.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-container-env': 'GIT_SSL_NO_VERIFY',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-keywords': ['ssl', 'tls', 'self-signed', 'proxy'],
  },
  'agent.bootstrap.always_install_ca_cert': {
    title: 'Install certificates',
    description: 'Tries to install the usual certificates in the container. Turn it off if the image has its own.',
    type: 'boolean',
    default: true,
    'x-level': 'advanced',
    'x-container-env': 'CLEARML_SKIP_CA_CERT_INST',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-note': 'The variable that reaches the container is called "skip", which reads like the opposite.',
    'x-keywords': ['ssl', 'tls', 'ca-certificates'],
  },
  'agent.bootstrap.map_external_ssl_cert': {
    title: 'Certificate file for containers',
    description:
      "A certificate file of this machine that containers get too. Name your company's file here. Left out, they get none.",
    type: 'string',
    format: 'file',
    'x-level': 'advanced',
    'x-container-env': 'SSL_CERT_FILE',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-keywords': ['ssl', 'tls', 'ca bundle', 'self-signed', 'proxy'],
  },
  'agent.bootstrap.uv_def_python_ver': {
    title: 'Python version to install',
    description:
      'The Python version uv installs in the container. Set it if tasks need a certain one. Left out, the bootstrap chooses.',
    type: 'string',
    examples: ['3.12'],
    'x-level': 'advanced',
    'x-container-env': 'CLEARML_PYTHON_VER',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-keywords': ['interpreter', 'version'],
  },
  'agent.bootstrap.uv_default_index_url': {
    title: 'Package index for uv',
    description:
      "The package index uv installs from. Name your company's own if containers cannot reach the public one. Left out, the public one is used.",
    type: 'string',
    format: 'address',
    'x-level': 'advanced',
    'x-container-env': 'UV_DEFAULT_INDEX',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-keywords': ['pypi', 'mirror', 'private', 'artifactory'],
  },
  'agent.bootstrap.uv_index_url': {
    title: 'More package indexes for uv',
    description:
      "A further index that uv searches. Name your company's index here if the public one is to be searched as well. Left out, only the main index is searched.",
    type: 'string',
    format: 'address',
    'x-level': 'advanced',
    'x-container-env': 'UV_INDEX',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-keywords': ['pypi', 'mirror', 'private', 'artifactory'],
  },
  'agent.bootstrap.uv_insecure': {
    title: 'Hosts uv trusts without certificate',
    description:
      'Name a host whose certificate uv need not check, for example pypi.example.com. Use it only inside a network you trust.',
    type: ['boolean', 'string'],
    default: false,
    'x-level': 'advanced',
    'x-container-env': 'UV_INSECURE_HOST',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-note': 'true is allowed too, but uv expects a host name.',
    'x-keywords': ['ssl', 'tls', 'self-signed'],
  },
  'agent.bootstrap.uv_use_builtin_tls': {
    title: "Use the system's certificates for uv",
    description: 'Lets uv trust the certificates of the system. Turn it on if your company adds its own.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-container-env': 'UV_NATIVE_TLS',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-keywords': ['ssl', 'tls', 'native', 'proxy'],
  },
  'agent.bootstrap.uv_python_meta_file': {
    title: 'List of Python builds for uv',
    description:
      'The address or path of a JSON file that lists the Python builds uv may install. Name your own if containers cannot reach the public downloads. Left out, uv uses its own list.',
    type: 'string',
    format: 'url-or-file',
    'x-level': 'advanced',
    'x-container-env': 'UV_PYTHON_DOWNLOADS_JSON_URL',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-note': 'The file is read when the agent starts.',
    'x-keywords': ['mirror', 'offline'],
  },
  'agent.bootstrap.auto_update_uv_bin': {
    title: 'Update uv in containers',
    description:
      'Fetches a newer uv when the container starts. Turn it on if tasks need a newer one. Left out, the supplied one is used.',
    type: ['boolean', 'string'],
    'x-level': 'advanced',
    'x-container-env': 'CLEARML_UPDATE_UV',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-keywords': ['upgrade', 'version'],
  },
  'agent.bootstrap.auto_update_uv_url_gh': {
    title: 'Download address of uv',
    description:
      'Where uv is fetched from when it is updated. Point it to your mirror if containers have no internet access. Left out, the public address is used.',
    type: 'string',
    format: 'address',
    'x-level': 'advanced',
    'x-container-env': 'UV_INSTALLER_GHE_BASE_URL',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-note': 'The agent swaps this address with the one for GitHub Enterprise.',
    'x-keywords': ['mirror', 'github'],
  },
  'agent.bootstrap.auto_update_uv_url_ghe': {
    title: 'Download address of uv (GitHub Enterprise)',
    description:
      'Where uv is fetched from when it is updated through GitHub Enterprise. Set it if your company runs one. Left out, the public address is used.',
    type: 'string',
    format: 'address',
    'x-level': 'advanced',
    'x-container-env': 'UV_INSTALLER_GITHUB_BASE_URL',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.bootstrap.use_bootstrap',
        equals: true,
      },
    ],
    'x-note': 'The agent swaps this address with the one for GitHub.',
    'x-keywords': ['mirror', 'github'],
  },
};
