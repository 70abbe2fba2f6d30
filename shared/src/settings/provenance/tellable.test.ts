import { expect, test } from 'vitest';
import { tellableVariables } from './tellable.ts';

test('only variables of settings are told, and none that holds a secret', () => {
  const environment = {
    PATH: '/bin',
    CLEARML_API_HOST: 'http://a',
    TRAINS_WORKER_NAME: '',
    CLEARML_API_SECRET_KEY: 's',
    TRAINS_API_ACCESS_KEY: '',
    AWS_SECRET_ACCESS_KEY: 's',
    AZURE_STORAGE_ACCOUNT: 'a',
    AZURE_STORAGE_KEY: 's',
    CLEARML_AUTH_TOKEN: 's',
    CLEARML_AGENT_EXTRA_DOCKER_ARGS: '-e API_TOKEN=s',
    CLEARML_AGENT__AGENT__GIT_USER: 'ann',
    CLEARML_AGENT__AGENT__GIT_PASS: 's',
    CLEARML_AGENT__AGENT__PACKAGE_MANAGER__EXTRA_INDEX_URL: '["https://ann:s3cret@pip.example"]',
    CLEARML_AGENT__ENVIRONMENT__NAME: 's',
    CLEARML_AGENT__AGENT: '{ git_pass: s }',
    CLEARML_AGENT__LAB: '{ my_token: s }',
  };
  expect(Object.fromEntries(tellableVariables(new Map(Object.entries(environment))))).toEqual({
    CLEARML_API_HOST: 'http://a',
    TRAINS_WORKER_NAME: '',
    CLEARML_API_SECRET_KEY: null,
    TRAINS_API_ACCESS_KEY: '',
    AWS_SECRET_ACCESS_KEY: null,
    AZURE_STORAGE_ACCOUNT: 'a',
    AZURE_STORAGE_KEY: null,
    CLEARML_AUTH_TOKEN: null,
    CLEARML_AGENT_EXTRA_DOCKER_ARGS: null,
    CLEARML_AGENT__AGENT__GIT_USER: 'ann',
    CLEARML_AGENT__AGENT__GIT_PASS: null,
    CLEARML_AGENT__AGENT__PACKAGE_MANAGER__EXTRA_INDEX_URL: null,
    CLEARML_AGENT__ENVIRONMENT__NAME: null,
    CLEARML_AGENT__AGENT: null,
    CLEARML_AGENT__LAB: null,
  });
});
