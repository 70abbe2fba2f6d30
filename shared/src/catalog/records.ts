import { agentCacheRecords } from './records/agent.cache.ts';
import { agentDockerRecords } from './records/agent.docker.ts';
import { agentGitRecords } from './records/agent.git.ts';
import { agentPackageManagerRecords } from './records/agent.package_manager.ts';
import { agentRecords } from './records/agent.ts';
import { apiRecords } from './records/api.ts';
import { sdkAwsRecords } from './records/sdk.aws.ts';
import { sdkAzureRecords } from './records/sdk.azure.ts';
import { sdkDevelopmentRecords } from './records/sdk.development.ts';
import { sdkGoogleRecords } from './records/sdk.google.ts';
import { sdkMetricsRecords } from './records/sdk.metrics.ts';
import { sdkNetworkRecords } from './records/sdk.network.ts';
import { sdkStorageRecords } from './records/sdk.storage.ts';
import { sdkRecords } from './records/sdk.ts';
import type { Fragment } from './setting.ts';

/** All records of the catalog by dotted path, in the order in which people meet them. */
export const records: ReadonlyMap<string, Fragment> = new Map(
  [
    apiRecords,
    sdkDevelopmentRecords,
    sdkAwsRecords,
    sdkGoogleRecords,
    sdkAzureRecords,
    sdkStorageRecords,
    sdkMetricsRecords,
    sdkNetworkRecords,
    sdkRecords,
    agentRecords,
    agentGitRecords,
    agentPackageManagerRecords,
    agentDockerRecords,
    agentCacheRecords,
  ].flatMap((part) => Object.entries(part)),
);
