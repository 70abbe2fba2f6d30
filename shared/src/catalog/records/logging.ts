import type { Records } from '../setting.ts';

export const loggingRecords: Records = {
  logging: {
    title: 'Python logging',
    description:
      "What ClearML's own messages look like and where they go. The form is that of Python's logging.config.",
    type: 'object',
    'x-level': 'advanced',
    'x-read-by': 'both',
    'x-keywords': ['logger', 'console', 'verbose', 'quiet', 'level'],
  },
  'logging.version': {
    title: 'Format version',
    description: 'Must be 1, which is the only version Python knows. You can leave it out.',
    type: 'integer',
    default: 1,
    enum: [1],
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-keywords': ['schema'],
  },
  'logging.incremental': {
    title: 'Only change levels',
    description:
      'With 1, only levels are changed and the rest of this section is passed over. Set 0 to add handlers of your own. Left out, it is 1.',
    type: ['boolean', 'integer'],
    default: 1,
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-keywords': ['replace', 'merge'],
  },
  'logging.disable_existing_loggers': {
    title: 'Switch off other loggers',
    description:
      'Silences the loggers your program made before. Turn it on if their messages get in the way. Left out, they keep working.',
    type: ['boolean', 'integer'],
    default: 0,
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-keywords': ['mute', 'silence'],
  },
  'logging.loggers': {
    title: 'Loggers',
    description: "Levels by the logger's name, for example clearml.",
    type: 'object',
    'x-level': 'advanced',
    'x-read-by': 'both',
    'x-keywords': ['level', 'debug', 'verbose'],
  },
  'logging.loggers.*.level': {
    title: 'Level',
    description:
      'Which messages of this logger are shown: from DEBUG (all) to CRITICAL (few). Choose DEBUG to search for a fault. Left out, it stays as it is.',
    type: ['string', 'integer'],
    enum: ['CRITICAL', 'ERROR', 'WARNING', 'INFO', 'DEBUG', 'NOTSET'],
    'x-level': 'advanced',
    'x-enum': 'open',
    'x-env': ['CLEARML_LOG_LEVEL', 'TRAINS_LOG_LEVEL'],
    'x-env-parse': 'level',
    'x-read-by': 'sdk',
    'x-keywords': ['debug', 'verbose', 'quiet', 'silence'],
  },
  'logging.loggers.*.force_level': {
    title: 'Set the level in any case',
    description:
      "Sets the level even if your program has made this logger already. Turn it off to keep your program's level.",
    type: 'boolean',
    default: true,
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-keywords': ['override'],
  },
  'logging.handlers': {
    title: 'Handlers',
    description:
      "Where messages go, by the handler's name. Each needs a class, for example logging.FileHandler with a filename. Left out, there are no handlers of your own.",
    type: 'object',
    default: {},
    'x-level': 'advanced',
    'x-read-by': 'both',
    'x-note':
      'Handlers count only where "Only change levels" is 0. One without a class is dropped, and so is a file handler without a file name.',
    'x-keywords': ['file', 'console', 'rotate'],
  },
  'logging.root': {
    title: 'Root logger',
    description: "The level and handlers for all messages without a logger of their own. Left out, Python's own stay.",
    type: 'object',
    'x-level': 'advanced',
    'x-read-by': 'both',
    'x-note': 'Handlers count only where "Only change levels" is 0.',
    'x-keywords': ['level', 'console'],
  },
};
