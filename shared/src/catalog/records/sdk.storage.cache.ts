import type { Records } from '../setting.ts';

export const sdkStorageCacheRecords: Records = {
  'sdk.storage.cache.default_cache_manager_size': {
    title: 'Files kept in the cache',
    description:
      'How many fetched files are kept for each kind of use. When there are more, the oldest are deleted. Raise it if the same files are fetched again and again.',
    type: 'integer',
    default: 100,
    minimum: 1,
    'x-level': 'common',
    'x-unit': 'files',
    'x-read-by': 'sdk',
    'x-keywords': ['disk', 'space', 'limit', 'datasets', 'models'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy': {
    title: 'Limit the cache by disk space',
    description: 'Counts the size of the files in the cache, and not only how many there are.',
    type: 'object',
    'x-keywords': ['disk', 'quota', 'gb', 'full'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy.enabled': {
    title: 'Limit by disk space',
    description:
      'Keeps the cache within the sizes below. Turn it on if the cache fills the disk. Left out, only the number of files is limited.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-keywords': ['disk', 'quota', 'full'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy.size': {
    title: 'Sizes',
    description: 'How large the cache may grow and how much of the disk stays free.',
    type: 'object',
    'x-keywords': ['disk', 'quota', 'gb'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy.size.max_used_bytes': {
    title: 'Largest cache size',
    description: 'How much the cache may hold, for example 100GB. 0 or less means no limit.',
    type: ['integer', 'string'],
    default: -1,
    examples: [-1, '100GB'],
    format: 'size',
    pattern:
      '^ *[0-9]+(\\.[0-9]+)? *([KkMmGgTtPp]?[Ii]?[Bb]|([Kk]ilo|[Mm]ega|[Gg]iga|[Tt]era|[Pp]eta|[Kk]ibi|[Mm]ebi|[Gg]ibi|[Tt]ebi|[Pp]ebi)?[Bb]ytes?)? *$',
    'x-level': 'advanced',
    'x-unit': 'bytes',
    'x-read-by': 'sdk',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-note':
      'A plain number is bytes. GB counts in thousands, GiB in 1024s; "10G" is not understood. Write -1 without quotes.',
    'x-keywords': ['disk full', 'fills up', 'disk', 'quota', 'limit', 'full'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy.size.min_free_bytes': {
    title: 'Free disk space to leave',
    description: 'How much of the disk must stay free, for example 10GB. 0 or less means no limit.',
    type: ['integer', 'string'],
    default: '10GB',
    examples: ['10GB'],
    format: 'size',
    pattern:
      '^ *[0-9]+(\\.[0-9]+)? *([KkMmGgTtPp]?[Ii]?[Bb]|([Kk]ilo|[Mm]ega|[Gg]iga|[Tt]era|[Pp]eta|[Kk]ibi|[Mm]ebi|[Gg]ibi|[Tt]ebi|[Pp]ebi)?[Bb]ytes?)? *$',
    'x-level': 'advanced',
    'x-unit': 'bytes',
    'x-read-by': 'sdk',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-note':
      'A plain number is bytes. GB counts in thousands, GiB in 1024s; "10G" is not understood. Write -1 without quotes.',
    'x-keywords': ['disk', 'quota', 'limit', 'full'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy.size.cleanup_margin_percent': {
    title: 'Share to clean up',
    description: 'How much is freed when a limit is reached, as a share of it. 5% of 100 GB leaves 95 GB.',
    type: ['string', 'number'],
    default: 0.05,
    examples: ['5%', 5, 0.05],
    minimum: 0,
    maximum: 100,
    pattern: '^ *[0-9]+(\\.[0-9]+)? *%? *$',
    'x-level': 'advanced',
    'x-unit': 'percent',
    'x-read-by': 'sdk',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-note': 'Write 5% or 5. A number below 1 is a fraction: 0.05 is 5% too, and 1 is 1%.',
    'x-keywords': ['disk', 'quota', 'delete'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy.zero_file_size_check': {
    title: 'Fetch empty files again',
    description:
      'Does not trust files of size zero in the cache. Turn it on if broken downloads left empty files behind.',
    type: 'boolean',
    default: false,
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['corrupt', 'empty', 'download'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy.file_entry_lookup_size': {
    title: 'Addresses held in memory',
    description:
      'How many addresses of cached files are held in memory, so that the files are found sooner. Make it larger than the number of files your code uses. 0 holds none.',
    type: 'integer',
    default: 0,
    minimum: 0,
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['speed', 'memory', 'lookup'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy.secondary': {
    title: 'Second cache',
    description:
      'A further cache behind the first, for example on a shared drive. What is left out here is as in the first.',
    type: 'object',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['shared', 'nfs', 'network drive'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy.secondary.default_base_dir': {
    title: 'Folder of the second cache',
    description:
      'Where the second cache lies, for example on a shared drive. It is used as soon as a folder is named. Left out, there is no second cache.',
    type: 'string',
    format: 'directory',
    'x-level': 'advanced',
    'x-env': ['CLEARML_SECONDARY_CACHE_DIR'],
    'x-read-by': 'sdk',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['shared', 'nfs', 'network drive', 'disk'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy.secondary.size': {
    title: 'Sizes of the second cache',
    description: 'How large the second cache may grow and how much of its disk stays free.',
    type: 'object',
    'x-keywords': ['disk', 'quota', 'gb'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy.secondary.size.max_used_bytes': {
    title: 'Largest size of the second cache',
    description:
      "How much the second cache may hold, for example 100GB. 0 or less means no limit. Left out, the first cache's limit counts.",
    type: ['integer', 'string'],
    examples: [-1, '100GB'],
    format: 'size',
    pattern:
      '^ *[0-9]+(\\.[0-9]+)? *([KkMmGgTtPp]?[Ii]?[Bb]|([Kk]ilo|[Mm]ega|[Gg]iga|[Tt]era|[Pp]eta|[Kk]ibi|[Mm]ebi|[Gg]ibi|[Tt]ebi|[Pp]ebi)?[Bb]ytes?)? *$',
    'x-level': 'advanced',
    'x-unit': 'bytes',
    'x-read-by': 'sdk',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-note':
      'A plain number is bytes. GB counts in thousands, GiB in 1024s; "10G" is not understood. Write -1 without quotes.',
    'x-keywords': ['disk', 'quota', 'limit', 'full'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy.secondary.size.min_free_bytes': {
    title: 'Free disk space to leave',
    description:
      "How much of the second cache's disk must stay free, for example 10GB. 0 or less means no limit. Left out, the first cache's number counts.",
    type: ['integer', 'string'],
    examples: ['10GB'],
    format: 'size',
    pattern:
      '^ *[0-9]+(\\.[0-9]+)? *([KkMmGgTtPp]?[Ii]?[Bb]|([Kk]ilo|[Mm]ega|[Gg]iga|[Tt]era|[Pp]eta|[Kk]ibi|[Mm]ebi|[Gg]ibi|[Tt]ebi|[Pp]ebi)?[Bb]ytes?)? *$',
    'x-level': 'advanced',
    'x-unit': 'bytes',
    'x-read-by': 'sdk',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-note':
      'A plain number is bytes. GB counts in thousands, GiB in 1024s; "10G" is not understood. Write -1 without quotes.',
    'x-keywords': ['disk', 'quota', 'limit', 'full'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy.secondary.size.cleanup_margin_percent': {
    title: 'Share to clean up',
    description: 'How much is freed when a limit of the second cache is reached, as a share of it.',
    type: ['string', 'number'],
    default: 0.05,
    examples: ['5%', 5, 0.05],
    minimum: 0,
    maximum: 100,
    pattern: '^ *[0-9]+(\\.[0-9]+)? *%? *$',
    'x-level': 'advanced',
    'x-unit': 'percent',
    'x-read-by': 'sdk',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-note': 'Write 5% or 5. A number below 1 is a fraction: 0.05 is 5% too, and 1 is 1%.',
    'x-keywords': ['disk', 'quota', 'delete'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy.secondary.zero_file_size_check': {
    title: 'Fetch empty files again',
    description:
      'Does not trust files of size zero in the second cache. Turn it on if broken downloads left empty files behind. Left out, it is as in the first cache.',
    type: 'boolean',
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['corrupt', 'empty', 'download'],
  },
  'sdk.storage.cache.disk_space_file_size_strategy.secondary.file_entry_lookup_size': {
    title: 'Addresses held in memory',
    description:
      "How many addresses of files in the second cache are held in memory, so that the files are found sooner. 0 holds none. Left out, the first cache's number counts.",
    type: 'integer',
    minimum: 0,
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['speed', 'memory', 'lookup'],
  },
  'sdk.storage.cache.enable': {
    title: 'What may be cached',
    description: 'Patterns of files that may be kept in the cache. Left out, everything may.',
    type: 'array',
    items: {
      type: 'object',
    },
    default: [
      {
        url: '*',
      },
    ],
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['filter', 'exclude', 'url'],
  },
  'sdk.storage.cache.enable[].url': {
    title: 'Address pattern',
    description: 'Which addresses may be cached. Write * for any text and ? for one character.',
    type: 'string',
    format: 'glob',
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-keywords': ['glob', 'wildcard'],
  },
  'sdk.storage.cache.enable[].content_type': {
    title: 'Content type pattern',
    description: 'Which kinds of content may be cached, for example image/*.',
    type: 'string',
    examples: ['image/*'],
    format: 'glob',
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-note': 'An entry with both patterns fits if one of them does.',
    'x-keywords': ['mime', 'wildcard'],
  },
  'sdk.storage.cache.cleanup_seconds_threshold': {
    title: 'Shortest time between clean-ups',
    description:
      'How long ClearML waits after a clean-up of the cache before the next. Raise it if cleaning up takes too much time.',
    type: 'number',
    default: 20.0,
    minimum: 0,
    'x-level': 'advanced',
    'x-unit': 'seconds',
    'x-read-by': 'sdk',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['interval', 'delete'],
  },
  'sdk.storage.cache.max_cleanup_attempts': {
    title: 'Tries per clean-up',
    description: 'How often a clean-up is tried before ClearML gives up. Raise it if files in use make clean-ups fail.',
    type: 'integer',
    default: 5,
    minimum: 1,
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-keywords': ['retry', 'delete'],
  },
  'sdk.storage.cache.size': {
    title: 'Sizes (older place)',
    description: 'The older place of the cache limits. They now stand under the disk space strategy.',
    type: 'object',
    'x-keywords': ['disk', 'quota'],
  },
  'sdk.storage.cache.secondary': {
    title: 'Second cache (older place)',
    description: 'The older place of the second cache. It now stands under the disk space strategy.',
    type: 'object',
    deprecated: true,
    'x-level': 'advanced',
    'x-enterprise': true,
    'x-moved-to': 'sdk.storage.cache.disk_space_file_size_strategy.secondary',
    'x-keywords': ['shared', 'nfs'],
  },
  'sdk.storage.cache.secondary.default_base_dir': {
    title: 'Folder of the second cache (older place)',
    description: "The older place of the second cache's folder. ClearML still reads it.",
    type: 'string',
    format: 'directory',
    deprecated: true,
    'x-level': 'advanced',
    'x-env': ['CLEARML_SECONDARY_CACHE_DIR'],
    'x-read-by': 'sdk',
    'x-requires': [
      {
        path: 'sdk.storage.cache.disk_space_file_size_strategy.enabled',
        equals: true,
      },
    ],
    'x-moved-to': 'sdk.storage.cache.disk_space_file_size_strategy.secondary.default_base_dir',
    'x-keywords': ['shared', 'nfs', 'disk'],
  },
  'sdk.storage.cache.secondary.size': {
    title: 'Sizes of the second cache (older place)',
    description: "The older place of the second cache's limits. They now stand under the disk space strategy.",
    type: 'object',
    'x-keywords': ['disk', 'quota'],
  },
  'sdk.storage.cache.secondary.size.max_used_bytes': {
    title: 'Largest size of the second cache (older place)',
    description: 'ClearML no longer reads it here. Set it for the second cache under the disk space strategy.',
    type: ['integer', 'string'],
    format: 'size',
    pattern:
      '^ *[0-9]+(\\.[0-9]+)? *([KkMmGgTtPp]?[Ii]?[Bb]|([Kk]ilo|[Mm]ega|[Gg]iga|[Tt]era|[Pp]eta|[Kk]ibi|[Mm]ebi|[Gg]ibi|[Tt]ebi|[Pp]ebi)?[Bb]ytes?)? *$',
    deprecated: true,
    'x-level': 'advanced',
    'x-unit': 'bytes',
    'x-read-by': 'none',
    'x-enterprise': true,
    'x-moved-to': 'sdk.storage.cache.disk_space_file_size_strategy.secondary.size.max_used_bytes',
    'x-keywords': ['disk', 'quota'],
  },
  'sdk.storage.cache.secondary.size.min_free_bytes': {
    title: 'Free disk space to leave (older place)',
    description: 'ClearML no longer reads it here. Set it for the second cache under the disk space strategy.',
    type: ['integer', 'string'],
    format: 'size',
    pattern:
      '^ *[0-9]+(\\.[0-9]+)? *([KkMmGgTtPp]?[Ii]?[Bb]|([Kk]ilo|[Mm]ega|[Gg]iga|[Tt]era|[Pp]eta|[Kk]ibi|[Mm]ebi|[Gg]ibi|[Tt]ebi|[Pp]ebi)?[Bb]ytes?)? *$',
    deprecated: true,
    'x-level': 'advanced',
    'x-unit': 'bytes',
    'x-read-by': 'none',
    'x-enterprise': true,
    'x-moved-to': 'sdk.storage.cache.disk_space_file_size_strategy.secondary.size.min_free_bytes',
    'x-keywords': ['disk', 'quota'],
  },
  'sdk.storage.cache.zero_file_size_check': {
    title: 'Fetch empty files again (older place)',
    description: 'ClearML no longer reads it here. Set it under the disk space strategy.',
    type: 'boolean',
    deprecated: true,
    'x-level': 'advanced',
    'x-read-by': 'none',
    'x-enterprise': true,
    'x-moved-to': 'sdk.storage.cache.disk_space_file_size_strategy.zero_file_size_check',
    'x-keywords': ['corrupt', 'empty'],
  },
};
