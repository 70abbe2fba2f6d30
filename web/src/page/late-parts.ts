import { late } from '../late/late.tsx';

/** The parts of the page that nobody needs to see a file: they are loaded while nothing else happens. */
export const reviewPart = late(async () => (await import('./review/review-page.tsx')).ReviewPage);
export const historyPart = late(async () => (await import('./history/history-page.tsx')).HistoryPage);
export const connectPart = late(async () => (await import('../connect/connect-page.tsx')).ConnectPage);
export const donePart = late(async () => (await import('../connect/done-page.tsx')).DonePage);
export const resultsPart = late(async () => (await import('./search/results.tsx')).default);
export const keyGroupsPart = late(async () => (await import('./key-groups.tsx')).KeyGroups);
export const paneEdgesPart = late(async () => (await import('./panes/pane-edges.tsx')).default);
export const strayKeysPart = late(async () => (await import('./search/stray-keys.tsx')).default);
export const nowherePart = late(async () => (await import('./nowhere.tsx')).Nowhere);
export const notSavedPart = late(async () => (await import('./not-saved.tsx')).NotSaved);
export const offersPart = late(async () => (await import('./kept/draft-offers.tsx')).DraftOffers);
export const conflictBannerPart = late(async () => (await import('./conflict/conflict.tsx')).ConflictBanner);
export const conflictPart = late(async () => (await import('./conflict/conflict-page.tsx')).ConflictPage);

/** The pages of a path that holds no file that could be edited. */
export const welcomePart = late(async () => (await import('./without-file/welcome.tsx')).Welcome);
export const blockedPart = late(async () => (await import('./without-file/blocked.tsx')).Blocked);
export const missingFolderPart = late(async () => (await import('./without-file/missing-folder.tsx')).MissingFolder);

/** The text editor is heavy and most people never need it: it is loaded when it is opened. */
export const textPart = late(async () => (await import('./text-pane.tsx')).TextPane);
