export const packageManagers = ['npm', 'pnpm', 'yarn', 'bun'] as const;
export const presets = ['minimal', 'portfolio', 'workshop', 'everything'] as const;

export type PackageManager = (typeof packageManagers)[number];
export type Preset = (typeof presets)[number];

/**
 * What the user said. At most one of `reached`, `preset` and `layers` is given;
 * none of them means `layers: []`, the stages that every project has.
 */
export interface Answers {
  /** The project's name; npm's rules. */
  readonly name: string;
  /** `npm` unless said. */
  readonly packageManager?: PackageManager | undefined;
  /** Number (1–11) or name of the stage reached: every stage up to it, with its default layers. */
  readonly reached?: number | string | undefined;
  readonly preset?: Preset | undefined;
  /** Exactly these layers (and what they require). */
  readonly layers?: readonly string[] | undefined;
  /** Not these. */
  readonly without?: readonly string[] | undefined;
  /** Choice → value, e.g. `{ database: 'postgres' }`; naming a choice selects its layer. */
  readonly choices?: Readonly<Record<string, string>> | undefined;
}
