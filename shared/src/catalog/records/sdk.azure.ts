import type { Records } from '../setting.ts';

export const sdkAzureRecords: Records = {
  'sdk.azure': {
    title: 'Microsoft Azure',
    description: 'Access to Azure storage.',
    type: 'object',
    'x-keywords': ['blob', 'microsoft'],
  },
  'sdk.azure.storage.containers': {
    title: 'Azure storage accounts',
    description:
      'One entry for each storage account or container that your results go to. Without any, azure:// addresses cannot be used.',
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
    },
    'x-level': 'common',
    'x-env': ['AZURE_STORAGE_ACCOUNT', 'AZURE_STORAGE_KEY'],
    'x-env-rule': 'adds',
    'x-read-by': 'sdk',
    'x-note':
      'Each entry needs an account name and a key; access signatures (SAS) are not supported. AZURE_STORAGE_ACCOUNT and AZURE_STORAGE_KEY together add one more entry.',
    'x-keywords': ['blob', 'bucket', 'microsoft', 'key'],
  },
  'sdk.azure.storage.containers[].account_name': {
    title: 'Account name',
    description:
      'The name of the storage account, for example mystorage where its address is mystorage.blob.core.windows.net.',
    type: 'string',
    'x-level': 'common',
    'x-required': true,
    'x-env': ['AZURE_STORAGE_ACCOUNT'],
    'x-env-rule': 'adds',
    'x-read-by': 'sdk',
    'x-moved-from': 'sdk.azure.storage.containers.account_name',
    'x-keywords': ['blob', 'microsoft'],
  },
  'sdk.azure.storage.containers[].account_key': {
    title: 'Account key',
    description: 'An access key of the storage account; the Azure portal lists them under Access keys.',
    type: 'string',
    'x-level': 'common',
    'x-secret': true,
    'x-required': true,
    'x-env': ['AZURE_STORAGE_KEY'],
    'x-env-rule': 'adds',
    'x-read-by': 'sdk',
    'x-moved-from': 'sdk.azure.storage.containers.account_key',
    'x-keywords': ['blob', 'password', 'secret'],
  },
  'sdk.azure.storage.containers[].container_name': {
    title: 'Container',
    description: 'The container this key is for. Left empty, it is for the whole account.',
    type: ['string', 'null'],
    default: null,
    'x-level': 'common',
    'x-read-by': 'sdk',
    'x-moved-from': 'sdk.azure.storage.containers.container_name',
    'x-former-type': 'string',
    'x-keywords': ['blob', 'bucket'],
  },
  'sdk.azure.storage': {
    title: 'Azure storage',
    description: 'The accounts for azure:// addresses.',
    type: 'object',
    'x-read-by': 'sdk',
    'x-keywords': ['blob', 'container', 'microsoft'],
    'x-docs': 'https://clear.ml/docs/latest/docs/configs/clearml_conf#sdkazurestorage',
  },
  'sdk.azure.storage.max_connections': {
    title: 'Parallel connections',
    description:
      "How many connections move one file at the same time. Raise it if large files are slow. 0 leaves it to Azure's library.",
    type: 'integer',
    default: 0,
    examples: [2],
    minimum: 0,
    'x-level': 'advanced',
    'x-read-by': 'sdk',
    'x-keywords': ['speed', 'upload', 'parallel'],
  },
};
