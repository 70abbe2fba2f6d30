import type { Records } from '../setting.ts';

export const agentSnugRecords: Records = {
  'agent.snug': {
    title: 'LLM usage meter',
    description:
      'Counts the tokens and calls that tasks send to language models. New in agent version 4; it works on Linux and macOS.',
    type: 'object',
    'x-keywords': ['tokens', 'openai', 'anthropic', 'claude', 'cost', 'network'],
  },
  'agent.snug.enabled': {
    title: 'Count LLM usage',
    description:
      'Switches the meter on for tasks of this agent. Turn it on to see what tasks spend on language models. Left out, nothing is counted.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-env': ['CLEARML_AGENT_SNUG_ENABLED'],
    'x-env-parse': 'boolean',
    'x-read-by': 'agent',
    'x-keywords': ['tokens', 'openai', 'cost'],
  },
  'agent.snug.report_task_metrics': {
    title: 'Show usage in the task',
    description:
      "Adds the figures to the task's scalars. Turn it on to see them as graphs. Left out, the task does not show them.",
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-env': ['CLEARML_AGENT_SNUG_REPORT_TASK_METRICS'],
    'x-env-parse': 'boolean',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['tokens', 'graphs'],
  },
  'agent.snug.task_metrics_fields': {
    title: 'Figures to show',
    description: 'Which figures are added to the task. Take out those you do not look at. An empty list means all.',
    type: 'array',
    items: {
      type: 'string',
      enum: [
        'tokens_in',
        'tokens_out',
        'cache_read_tokens',
        'cache_write_tokens',
        'requests',
        'latency_ms',
        'bytes_tx',
        'bytes_rx',
        'tool_calls',
        'tool_call_errors',
      ],
    },
    default: [
      'tokens_in',
      'tokens_out',
      'cache_read_tokens',
      'cache_write_tokens',
      'requests',
      'latency_ms',
      'bytes_tx',
      'bytes_rx',
      'tool_calls',
      'tool_call_errors',
    ],
    'x-level': 'advanced',
    'x-env': ['CLEARML_AGENT_SNUG_TASK_METRICS_FIELDS'],
    'x-env-parse': 'commas',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['tokens', 'latency', 'requests'],
  },
  'agent.snug.report_usage_events': {
    title: 'Send usage to the usage panel',
    description: "Sends the token counts to ClearML's usage panel. Left out, they are not sent.",
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-env': ['CLEARML_AGENT_SNUG_REPORT_USAGE_EVENTS'],
    'x-env-parse': 'boolean',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['tokens', 'billing', 'cost'],
  },
  'agent.snug.aggregator_url': {
    title: 'Send usage to',
    description:
      'An address of your own that gets the figures too, for example https://usage.example.com/events. Left out, they are sent nowhere else.',
    type: ['string', 'null'],
    default: null,
    format: 'address',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-note': 'They arrive as lines of JSON, many lines in one request.',
    'x-keywords': ['webhook', 'endpoint'],
  },
  'agent.snug.call_history': {
    title: 'Keep whole calls',
    description:
      'Keeps requests and answers in full, which may hold private text. Choose collect to hold the latest, dump to print those once, continuous to print each at once. Left out, none are kept.',
    type: 'string',
    default: 'off',
    enum: ['off', 'collect', 'dump', 'continuous'],
    'x-level': 'advanced',
    'x-env': ['CLEARML_AGENT_SNUG_CALL_HISTORY'],
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['prompts', 'log', 'privacy', 'debug'],
  },
  'agent.snug.call_history_buffer': {
    title: 'Calls kept',
    description:
      'How many of the latest pairs of request and answer are kept. Raise it to look further back. It counts only while whole calls are kept.',
    type: 'integer',
    default: 50,
    minimum: 1,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['prompts', 'limit'],
  },
  'agent.snug.call_history_cap_bytes': {
    title: 'Bytes kept per call',
    description:
      'How much of a request and of an answer is kept. Raise it if long ones are cut off. It counts only while whole calls are kept; 0 keeps everything.',
    type: 'integer',
    default: 262144,
    minimum: 0,
    'x-level': 'advanced',
    'x-unit': 'bytes',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['prompts', 'limit'],
  },
  'agent.snug.app_mode': {
    title: 'Desktop application to meter',
    description: 'The application whose calls are counted. An empty text means none.',
    type: 'string',
    default: '',
    enum: ['', 'claude_desktop', 'opencode'],
    'x-level': 'advanced',
    'x-env': ['CLEARML_AGENT_SNUG_APP_MODE'],
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-note': 'An unknown name makes the task fail.',
    'x-keywords': ['claude', 'opencode'],
  },
  'agent.snug.default_tokenizer': {
    title: 'How tokens are estimated',
    description:
      'How tokens are counted for hosts without a rule: claude and cl100k fit the models of Anthropic and OpenAI, approx is a rough estimate.',
    type: 'string',
    default: 'approx',
    enum: ['claude', 'cl100k', 'approx'],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['estimate', 'tiktoken'],
  },
  'agent.snug.poll_interval_sec': {
    title: 'Look at the task every',
    description:
      "Seconds between two looks at the task's user properties, which can change the meter while the task runs. A smaller number makes a change count sooner.",
    type: 'number',
    default: 10,
    minimum: 1,
    'x-level': 'advanced',
    'x-unit': 'seconds',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-note': '0 and null act as 10.',
    'x-keywords': ['interval'],
  },
  'agent.snug.debug_log': {
    title: 'More messages',
    description: 'Prints more about what the meter does. Turn it on to search for a fault.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-env': ['CLEARML_AGENT_SNUG_DEBUG_LOG'],
    'x-env-parse': 'boolean',
    'x-env-rule': 'no-effect',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-note': "The variable is named in the agent's own file, but nothing reads it.",
    'x-keywords': ['verbose', 'debug'],
  },
  'agent.snug.whitelist': {
    title: 'Hosts to meter',
    description: 'Which hosts are counted. You can add to a list that your administrator has set, not shorten it.',
    type: 'object',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['openai', 'anthropic', 'allow'],
  },
  'agent.snug.whitelist.version': {
    title: 'Format version',
    description: 'Must be 1. Anything else empties the list.',
    type: 'integer',
    default: 1,
    enum: [1],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['schema'],
  },
  'agent.snug.whitelist.default_action': {
    title: 'Other hosts',
    description:
      'What happens with calls to hosts without a rule: meter counts them, ignore passes them over. Choose ignore if only the hosts below matter.',
    type: 'string',
    default: 'meter',
    enum: ['meter', 'ignore'],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['ignore', 'meter'],
  },
  'agent.snug.whitelist.rules': {
    title: 'Rules for hosts',
    description: 'One entry per host; the first that fits is used. Left out, the four built-in hosts are counted.',
    type: 'array',
    items: {
      type: 'object',
    },
    default: [
      {
        host: 'api.openai.com',
        path_prefix: '/v1/',
        inject_headers: false,
        tokenizer: 'cl100k',
      },
      {
        host: 'api.anthropic.com',
        path_prefix: '/v1/',
        inject_headers: false,
        tokenizer: 'claude',
      },
      {
        host: 'claude.ai',
        path_prefix: '/',
        inject_headers: false,
        tokenizer: 'claude',
      },
      {
        host: 'generativelanguage.googleapis.com',
        path_prefix: '/',
        inject_headers: false,
        tokenizer: 'approx',
      },
    ],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['openai', 'anthropic', 'url'],
  },
  'agent.snug.whitelist.rules[].host': {
    title: 'Host',
    description: 'The host, for example api.openai.com. A * at the start or the end stands for any text.',
    type: 'string',
    format: 'glob',
    'x-level': 'advanced',
    'x-required': true,
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['wildcard', 'server'],
  },
  'agent.snug.whitelist.rules[].path_prefix': {
    title: 'Start of the path',
    description: 'Only calls whose path begins like this are counted, for example /v1/. Left out, all are.',
    type: 'string',
    default: '/',
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['url'],
  },
  'agent.snug.whitelist.rules[].tokenizer': {
    title: 'How tokens are estimated',
    description:
      'How tokens are counted for this host: claude and cl100k fit the models of Anthropic and OpenAI, approx is a rough estimate.',
    type: 'string',
    default: 'approx',
    enum: ['claude', 'cl100k', 'approx'],
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['estimate'],
  },
  'agent.snug.whitelist.rules[].inject_headers': {
    title: 'Add project headers',
    description:
      "Adds the project and session to each request's headers. Turn it on if a gateway of yours reads them. Left out, requests are not changed.",
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'agent',
    'x-requires': [
      {
        path: 'agent.snug.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['header', 'trace'],
  },
};
