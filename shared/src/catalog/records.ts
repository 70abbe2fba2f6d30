import { agentBootstrapRecords } from './records/agent.bootstrap.ts';
import { agentCacheRecords } from './records/agent.cache.ts';
import { agentDockerRecords } from './records/agent.docker.ts';
import { agentGitRecords } from './records/agent.git.ts';
import { agentMatchRulesRecords } from './records/agent.match_rules.ts';
import { agentMonitoringRecords } from './records/agent.monitoring.ts';
import { agentPackageManagerRecords } from './records/agent.package_manager.ts';
import { agentSnugRecords } from './records/agent.snug.ts';
import { agentRecords } from './records/agent.ts';
import { apiHttpRecords } from './records/api.http.ts';
import { apiRecords } from './records/api.ts';
import { environmentRecords } from './records/environment.ts';
import { filesRecords } from './records/files.ts';
import { loggingRecords } from './records/logging.ts';
import { sdkAwsRecords } from './records/sdk.aws.ts';
import { sdkAzureRecords } from './records/sdk.azure.ts';
import { sdkDatasetRecords } from './records/sdk.dataset.ts';
import { sdkDevelopmentRecords } from './records/sdk.development.ts';
import { sdkGoogleRecords } from './records/sdk.google.ts';
import { sdkMetricsRecords } from './records/sdk.metrics.ts';
import { sdkNetworkRecords } from './records/sdk.network.ts';
import { sdkStorageCacheRecords } from './records/sdk.storage.cache.ts';
import { sdkStorageRecords } from './records/sdk.storage.ts';
import { sdkRecords } from './records/sdk.ts';
import type { Fragment } from './setting.ts';

/** All records of the catalog by dotted path, in the order in which people meet them. */
export const records: ReadonlyMap<string, Fragment> = new Map(
  [
    apiRecords,
    apiHttpRecords,
    sdkDevelopmentRecords,
    sdkAwsRecords,
    sdkGoogleRecords,
    sdkAzureRecords,
    sdkStorageRecords,
    sdkStorageCacheRecords,
    sdkMetricsRecords,
    sdkNetworkRecords,
    sdkRecords,
    sdkDatasetRecords,
    agentRecords,
    agentGitRecords,
    agentPackageManagerRecords,
    agentDockerRecords,
    agentMatchRulesRecords,
    agentCacheRecords,
    agentMonitoringRecords,
    agentBootstrapRecords,
    agentSnugRecords,
    environmentRecords,
    filesRecords,
    loggingRecords,
  ].flatMap((part) => Object.entries(part)),
);
