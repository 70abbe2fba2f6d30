/** The words for a part of the page that comes later. */
export const late = {
  failed:
    'This part of the page could not be loaded, because clearml-conf does not answer. Nothing is lost; it is tried again until it does.',
} as const;
