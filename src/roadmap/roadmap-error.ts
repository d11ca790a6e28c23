/**
 * What went wrong, in a word that programs can compare:
 * - `usage`: the command line cannot be understood;
 * - `impossible`: the answers contradict each other or name what does not exist;
 * - `refused`: a folder or tree that must not be touched;
 * - `templates`: the templates themselves contradict each other (a bug of ours);
 * - `cancelled`: the user stopped it.
 */
export type ErrorCode = 'usage' | 'impossible' | 'refused' | 'templates' | 'cancelled';

/**
 * An expected failure: what happened, and what to do about it.
 * Everything else that is thrown is a bug. The cli prints it in one place and sets the exit code.
 */
export class RoadmapError extends Error {
  readonly code: ErrorCode;
  readonly fix: string;

  /**
   * @param code the kind of failure
   * @param message what happened, as one sentence
   * @param fix what the reader can do about it, as one sentence
   */
  constructor(code: ErrorCode, message: string, fix: string) {
    super(message);
    this.name = 'RoadmapError';
    this.code = code;
    this.fix = fix;
  }
}
