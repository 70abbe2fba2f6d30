/** The words for a part of the page that comes later. */
export const late = {
  failed:
    'This part of the page could not be loaded. Nothing is lost. If it does not come by itself, load the page again; unsaved changes are offered there.',
} as const;
