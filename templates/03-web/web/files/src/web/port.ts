/** A file of the page, as a browser gets it. */
export interface SiteFile {
  /** What kind of file it is, as `Content-Type` says it. */
  readonly type: string;
  /** Differs when a byte of the contents does: a strong entity tag (RFC 9110, 8.8.3). */
  readonly tag: string;
  readonly contents: Buffer;
}

/** The page and all that belongs to it. */
export interface Site {
  /** Where there is something to be had: `/`, `/assets/app.js` and so on. */
  readonly paths: readonly string[];
  /** @param path one of `paths` */
  read(path: string): SiteFile;
}
