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
      "The one host that may get the Git user and password, for example github.com. Left empty, every repository's host gets them.",
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
      "Turns https repository addresses into SSH ones, so that the agent's SSH keys are used. Left out, addresses stay as the task has them.",
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
    description: 'The port used when an https address is turned into an SSH one. 0 leaves the port out.',
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
};
