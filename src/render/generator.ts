import manifest from '../../package.json' with { type: 'json' };

/** Who wrote the project, as its roadmap.json says. */
export const generator = { name: manifest.name, version: manifest.version } as const;
