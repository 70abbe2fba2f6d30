export { connectionEdits, firstFile } from './connection-edits.ts';
export {
  accessKey,
  apiServer,
  connectionSettings,
  filesServer,
  type Paste,
  type PasteCode,
  type PastedSetting,
  type PasteForm,
  type PasteRest,
  secretKey,
  webServer,
} from './paste.ts';
export { readPaste } from './read-paste.ts';
export {
  type Proposal,
  proposeServers,
  roleOf,
  type ServerRole,
  type ServerRule,
  type Servers,
  withScheme,
} from './servers.ts';
