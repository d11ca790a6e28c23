import type { Draft, FullDraft } from './draft.ts';
import { usage } from './parse-words.ts';

/** What `--yes` says for what was not said, and what the prompts offer first. */
export const defaults = { dir: 'my-backend', preset: 'portfolio', reached: 8 } as const;

/**
 * Completes a draft when nobody can be asked.
 *
 * @param draft what was said
 * @param yes whether defaults may stand in
 * @returns the draft, complete
 * @throws RoadmapError `usage` naming what is missing
 */
export function completed(draft: Draft, yes: boolean): FullDraft {
  const { dir, scope } = draft;
  const missing = [
    ...(dir === undefined ? ['the folder'] : []),
    ...(scope === undefined ? ['one of --reached, --layers, --preset, --from'] : []),
  ];
  if (missing.length > 0 && !yes) {
    throw usage(
      `Nobody can be asked here, and ${missing.join(' and ')} was not said.`,
      `Say it, or --yes for ${defaults.dir} with the preset ${defaults.preset}.`,
    );
  }
  return { ...draft, dir: dir ?? defaults.dir, scope: scope ?? { preset: defaults.preset } };
}
