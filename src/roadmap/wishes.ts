import * as z from 'zod/mini';
import type { Answers, PackageManager } from './answers.ts';
import { answersSchema } from './answers-schema.ts';
import type { Catalogue, Layer } from './catalogue.ts';
import { layersOf } from './layers-of.ts';
import { layersOfPreset, layersReached } from './presets.ts';
import { RoadmapError } from './roadmap-error.ts';
import { suggest } from './suggest.ts';

/** Answers whose every name exists, before anything is concluded from them. */
export interface Wishes {
  readonly name: string;
  readonly packageManager: PackageManager;
  /** Layers asked for by their own name or by a choice: they come, or it is an error. */
  readonly named: readonly Layer[];
  /** Layers that `reached` or `preset` brings: they come if they can. */
  readonly offered: readonly Layer[];
  /** Ids of layers that must not be there. */
  readonly without: ReadonlySet<string>;
  /** Choice → value as it was said, the value that means "without this layer" included. */
  readonly choices: Readonly<Record<string, string>>;
}

/**
 * @param answers what the user said
 * @param catalogue the roadmap
 * @returns the same, with names looked up
 * @throws RoadmapError `impossible` for names that do not exist and answers that contradict
 */
export function wishesOf(answers: Answers, catalogue: Catalogue): Wishes {
  const said = parse(answers);
  const all = layersOf(catalogue);
  const chosen = Object.entries(said.choices).map(([choice, value]) => {
    checkChoice(choice, value, all);
    return { choice, value };
  });
  const names = [
    ...(said.layers ?? []),
    ...chosen.filter(({ choice, value }) => !isAbsent(choice, value, all)).map((it) => it.choice),
  ];
  const without = new Set(said.without.map((id) => layerNamed(id, all).id));
  for (const { choice, value } of chosen) {
    if (without.has(choice) && !isAbsent(choice, value, all)) {
      throw impossible(
        `${choice} is to be ${value} and to be left out at once.`,
        `Say either ${choice} ${value} or without ${choice}.`,
      );
    }
  }
  const wanted = new Set(names.map((id) => layerNamed(id, all).id));
  const isWanted = (layer: Layer) => wanted.has(layer.id) && !without.has(layer.id);
  return {
    name: said.name,
    packageManager: said.packageManager,
    named: all.filter((layer) => layer.always || isWanted(layer)),
    offered: offered(said, catalogue).filter((layer) => !layer.always && !without.has(layer.id)),
    without,
    choices: said.choices,
  };
}

function parse(answers: Answers): z.output<typeof answersSchema> {
  const parsed = answersSchema.safeParse(answers);
  if (!parsed.success) throw impossible(z.prettifyError(parsed.error), 'Correct the answers.');
  const { reached, preset, layers } = parsed.data;
  const scopes = Object.entries({ reached, preset, layers }).filter(([, it]) => it !== undefined);
  if (scopes.length > 1) {
    const names = scopes.map(([name]) => name).join(' and ');
    throw impossible(`${names} cannot be said together.`, 'Say one of them.');
  }
  return parsed.data;
}

function offered(said: z.output<typeof answersSchema>, catalogue: Catalogue): readonly Layer[] {
  if (said.preset !== undefined) return layersOfPreset(said.preset, catalogue);
  if (said.reached !== undefined) return layersReached(said.reached, catalogue);
  return [];
}

function layerNamed(id: string, all: readonly Layer[]): Layer {
  const layer = all.find((it) => it.id === id);
  if (layer !== undefined) return layer;
  const choice = all.find((it) => it.absent === id || it.choices.some((value) => value.id === id));
  if (choice !== undefined) {
    throw impossible(
      `"${id}" is not a layer but a value of the choice "${choice.id}".`,
      `Say it as a choice: ${choice.id} ${id}.`,
    );
  }
  const names = all.map((it) => it.id);
  throw impossible(`There is no layer "${id}" on the roadmap.`, suggest(id, names));
}

function checkChoice(choice: string, value: string, all: readonly Layer[]): void {
  const layer = all.find((it) => it.id === choice && it.choices.length > 0);
  if (layer === undefined) {
    const names = all.filter((it) => it.choices.length > 0).map((it) => it.id);
    throw impossible(`There is no choice "${choice}" on the roadmap.`, suggest(choice, names));
  }
  const absent = layer.absent === undefined ? [] : [layer.absent];
  const values = [...layer.choices.map((it) => it.id), ...absent];
  if (!values.includes(value)) {
    throw impossible(`"${value}" is not a value of ${choice}.`, suggest(value, values));
  }
}

function isAbsent(choice: string, value: string, all: readonly Layer[]): boolean {
  return all.some((layer) => layer.id === choice && layer.absent === value);
}

function impossible(message: string, fix: string): RoadmapError {
  return new RoadmapError('impossible', message, fix);
}
