/** One thing that was done after the answers were known, and how it went. */
export interface Step {
  readonly name: 'write' | 'install' | 'git';
  readonly ok: boolean;
  /** What is worth knowing; for a failed step, the command to repeat included. */
  readonly detail?: string;
}

/** Hears what is going on while a project is created. */
export interface Listener {
  /** A step begins. */
  started(name: Step['name']): void;
  /** A line that the package manager or git printed. */
  line(text: string): void;
  /** A step has ended. */
  ended(step: Step): void;
}
