import { late } from '../late/late.tsx';

/** The parts of the page that nobody needs to see a file: they are loaded while nothing else happens. */
export const reviewPart = late(async () => (await import('./review-page.tsx')).ReviewPage);
export const historyPart = late(async () => (await import('./history-page.tsx')).HistoryPage);
