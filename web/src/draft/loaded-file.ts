/** The file as it was read or last saved. A file that does not exist yet has no revision. */
export interface LoadedFile {
  readonly text: string;
  readonly revision: string | null;
}
