type Versions = Readonly<Record<string, string>>;

/** One environment variable of the emitted project, as `.env.example` explains it. */
export interface EnvVariable {
  readonly name: string;
  /** One line: what it is for and what happens without it. */
  readonly about: string;
  /** The value shown in `.env.example`; the line is commented out when it starts with `#`. */
  readonly example: string;
  /** The layer or value beside which it is needed; always, unless said. */
  readonly with?: string | undefined;
}

/** The structured things a layer contributes to a project; merged as data, never as text. */
export interface Facts {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
  /** Versions forced on packages of packages. */
  readonly overrides: Versions;
  /** package.json scripts; `npm run x` in them becomes the user's package manager's. */
  readonly scripts: Readonly<Record<string, string>>;
  readonly env: readonly EnvVariable[];
  /** Lines of `.gitignore`. */
  readonly gitignore: readonly string[];
}

/** `layer.json` of a layer, of a choice, or of one value of a choice. The folder's name is its id. */
export interface LayerManifest {
  readonly title: string;
  /** One line that tells a beginner what this is. */
  readonly summary: string;
  /** Part of every project; it cannot be taken out. */
  readonly always: boolean;
  /** Comes with its stage when somebody says how far they are (● in the roadmap). */
  readonly default: boolean;
  /** Ids of layers without which this one makes no sense. */
  readonly requires: readonly string[];
  /** Layers or values that cannot stand beside it, each with the reason. */
  readonly conflicts: readonly { readonly with: string; readonly because: string }[];
  /** For a choice: the ids of its values, the default first. */
  readonly values: readonly string[];
  /** For a choice: the value that means "without this layer". */
  readonly absent?: string | undefined;
  /** For a choice: what several of its values have in common → these; a name like theirs. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  /** Choices for each of whose values this layer must have a folder `with/<value>`. */
  readonly cells: readonly string[];
  readonly facts: Facts;
  /** Steps that remain for the user after the project is written. */
  readonly next: readonly string[];
  /** Old path → new path, of files that projects of earlier versions have elsewhere. */
  readonly moved: Readonly<Record<string, string>>;
  /** Words that may appear in a project only when this layer is selected. */
  readonly traces: readonly string[];
}

/** `stage.json` of a stage. */
export interface StageManifest {
  /** The name that `--reached` takes besides the number. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** The order of its layers, as the roadmap tells them; a layer not named here comes last. */
  readonly layers: readonly string[];
}
