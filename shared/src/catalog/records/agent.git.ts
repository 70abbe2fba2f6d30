import type { Records } from '../setting.ts';

export const agentGitRecords: Records = {
  'agent.git_user': {
    title: 'Git user',
    description:
      'The user name for cloning repositories over https. Leave it and the password empty if the agent clones with SSH keys.',
    type: 'string',
    'x-level': 'common',
    'x-env': ['CLEARML_AGENT_GIT_USER', 'TRAINS_AGENT_GIT_USER'],
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.git_pass',
      },
    ],
    'x-note': 'It counts only together with the Git password.',
    'x-keywords': ['github', 'gitlab', 'bitbucket', 'clone', 'login', 'repository', 'credentials'],
  },
  'agent.git_pass': {
    title: 'Git password or token',
    description:
      'The access token (or password) for cloning repositories over https. Left empty, the agent relies on SSH keys and on what Git itself knows.',
    type: 'string',
    'x-level': 'common',
    'x-secret': true,
    'x-env': ['CLEARML_AGENT_GIT_PASS', 'TRAINS_AGENT_GIT_PASS'],
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.git_user',
      },
    ],
    'x-note': 'It counts only together with the Git user.',
    'x-keywords': [
      'github',
      'gitlab',
      'bitbucket',
      'clone',
      'personal access token',
      'pat',
      'repository',
      'credentials',
    ],
  },
  'agent.git_host': {
    title: 'Send the Git password only to',
    description:
      "The one host that may get the Git user and password, for example github.com. Set it so that no other server sees them. Left empty, every repository's host gets them.",
    type: 'string',
    examples: ['github.com'],
    format: 'host',
    'x-level': 'common',
    'x-env': ['CLEARML_AGENT_GIT_HOST', 'TRAINS_AGENT_GIT_HOST'],
    'x-read-by': 'agent',
    'x-keywords': ['github', 'gitlab', 'server', 'leak'],
  },
  'agent.force_git_ssh_protocol': {
    title: 'Always clone over SSH',
    description:
      "Turns https repository addresses into SSH ones, so that the agent's SSH keys are used. Turn it on if the machine has keys, but no Git password. Left out, addresses stay as the task has them.",
    type: 'boolean',
    default: false,
    'x-level': 'common',
    'x-read-by': 'agent',
    'x-conflicts': ['agent.git_user', 'agent.git_pass'],
    'x-note': 'Leave the Git user and password empty with it, or SSH addresses are turned back into https.',
    'x-keywords': ['github', 'gitlab', 'ssh key', 'https', 'clone'],
  },
  'agent.force_git_ssh_port': {
    title: 'SSH port for Git',
    description:
      'The port put into an https address that is turned into an SSH one. Set it if your Git server takes SSH on another port than 22. 0 leaves the port out.',
    type: 'integer',
    default: 0,
    minimum: 0,
    maximum: 65535,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.force_git_ssh_protocol',
        equals: true,
      },
    ],
    'x-keywords': ['gitlab', 'clone', 'custom port'],
  },
  'agent.translate_ssh': {
    title: 'Turn SSH addresses into https',
    description:
      'Where a Git user and password are set, SSH repository addresses are changed to https so that these are used. Turn it off to keep SSH.',
    type: 'boolean',
    default: true,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.git_user',
      },
      {
        path: 'agent.git_pass',
      },
    ],
    'x-keywords': ['git', 'clone', 'github', 'gitlab'],
  },
  'agent.force_git_ssh_user': {
    title: 'User for SSH addresses',
    description:
      'The user name put into an address that is turned into SSH. Change it if your Git server wants another. Left out, it is git.',
    type: 'string',
    default: 'git',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.force_git_ssh_protocol',
        equals: true,
      },
    ],
    'x-keywords': ['gitlab', 'clone', 'github'],
  },
  'agent.translate_ssl_replacement_scheme': {
    title: 'Turn SSH addresses into',
    description:
      'Whether an SSH address becomes an https or an http one. Choose http only for a Git server without https.',
    type: 'string',
    default: 'https',
    enum: ['https', 'http'],
    'x-level': 'advanced',
    'x-env': ['CLEARML_AGENT_SSH_URL_REPLACEMENT_SCHEME'],
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.translate_ssh',
        equals: true,
      },
    ],
    'x-keywords': ['git', 'clone', 'gitlab'],
  },
  'agent.git': {
    title: 'More Git sign-ins',
    description: 'Users and passwords for several Git servers.',
    type: 'object',
    'x-read-by': 'agent',
    'x-keywords': ['github', 'gitlab', 'credentials', 'clone'],
  },
  'agent.git.extra_credentials': {
    title: 'Sign-ins per host',
    description:
      'One entry for each Git server with its own user and password. The first that fits is used, then the general user and password.',
    type: 'array',
    items: {
      type: 'object',
    },
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-note': 'An entry that lacks the host, the user or the password is passed over.',
    'x-keywords': ['github', 'gitlab', 'several', 'token', 'clone'],
  },
  'agent.git.extra_credentials[].host': {
    title: 'Host',
    description: 'The Git server this sign-in is for, for example gitlab.example.com.',
    type: 'string',
    format: 'host',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-keywords': ['github', 'gitlab', 'server'],
  },
  'agent.git.extra_credentials[].user': {
    title: 'User',
    description: 'The user name for this server.',
    type: 'string',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-keywords': ['login'],
  },
  'agent.git.extra_credentials[].pass': {
    title: 'Password or token',
    description: 'The access token (or password) for this server.',
    type: 'string',
    'x-level': 'advanced',
    'x-secret': true,
    'x-read-by': 'agent',
    'x-keywords': ['personal access token', 'pat', 'login'],
  },
  'agent.git.extra_credentials[].username': {
    title: 'User (other name)',
    description: 'Means the same as user. Use one of them.',
    type: 'string',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-keywords': ['login'],
  },
  'agent.git.extra_credentials[].password': {
    title: 'Password or token (other name)',
    description: 'Means the same as pass. Use one of them.',
    type: 'string',
    'x-level': 'advanced',
    'x-secret': true,
    'x-read-by': 'agent',
    'x-keywords': ['token', 'login'],
  },
  'agent.git_host_match_prefix': {
    title: 'Compare the host with the whole address',
    description:
      "The host of a sign-in then has to be the start of the repository's address, as in https://gitlab.example.com/team. Turn it on to tell several paths on one server apart.",
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-note': 'Write hosts with https:// then. A host or path with capital letters never fits.',
    'x-keywords': ['github', 'gitlab', 'prefix', 'url'],
  },
  'agent.git_use_ms_entra_token': {
    title: 'The password is a Microsoft Entra token',
    description:
      'Turn it on for Azure DevOps if the Git password is an Entra token. Left out, it is sent as an ordinary password.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-env': ['CLEARML_AGENT_GIT_USE_MS_ENTRA_TOKEN'],
    'x-env-parse': 'boolean',
    'x-env-rule': 'turns-on',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.git_pass',
      },
    ],
    'x-conflicts': ['agent.git_use_azure_pat'],
    'x-note': 'With the Azure switch on as well, this one counts. The environment variable can turn it on, never off.',
    'x-keywords': ['azure devops', 'microsoft', 'oauth', 'bearer'],
  },
  'agent.git_use_azure_pat': {
    title: 'The password is an Azure DevOps token',
    description:
      'Turn it on if the Git password is a personal access token of Azure DevOps. Left out, it is sent as an ordinary password.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-env': ['CLEARML_AGENT_GIT_USE_AZURE_PAT'],
    'x-env-parse': 'boolean',
    'x-env-rule': 'turns-on',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.git_pass',
      },
    ],
    'x-conflicts': ['agent.git_use_ms_entra_token'],
    'x-note': 'The environment variable can turn it on, never off.',
    'x-keywords': ['azure devops', 'microsoft', 'pat'],
  },
  'agent.enable_git_ask_pass': {
    title: 'Keep the password out of addresses',
    description:
      'Hands the Git password over on request, so that it shows up in no address. Turn it off only if your Git cannot do that.',
    type: 'boolean',
    default: true,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-note': 'It works on Linux only.',
    'x-keywords': ['GIT_ASKPASS', 'security', 'leak'],
  },
  'agent.git_fetch_args': {
    title: 'Arguments of git fetch',
    description:
      'What the agent passes to git fetch. Change it if fetching everything takes too long, for example without sub-modules.',
    type: 'array',
    items: {
      type: 'string',
    },
    default: ['--all', '--tags', '--recurse-submodules'],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-note': 'Write a list; anything else is ignored with a warning.',
    'x-keywords': ['submodules', 'tags', 'depth', 'slow', 'clone'],
  },
  'agent.hg_user': {
    title: 'Mercurial user',
    description: "The user name for cloning Mercurial repositories. Left empty, Mercurial's own set-up is used.",
    type: 'string',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-keywords': ['hg', 'clone', 'login'],
  },
  'agent.hg_pass': {
    title: 'Mercurial password',
    description: "The password for cloning Mercurial repositories. Left empty, Mercurial's own set-up is used.",
    type: 'string',
    'x-level': 'advanced',
    'x-secret': true,
    'x-read-by': 'agent',
    'x-keywords': ['hg', 'clone', 'login'],
  },
  'agent.hg_host': {
    title: 'Host that may get the Mercurial password',
    description: 'The one host that may get the Mercurial user and password. Left empty, every host gets them.',
    type: 'string',
    format: 'host',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-keywords': ['hg', 'server'],
  },
};
