import { withDoubleQuotes } from './double-quotes.ts';
import { append, change, type Edit, rewrite } from './edit.ts';

/** What an owner changes around the sources. */
export const projectEdits: readonly Edit[] = [
  {
    name: 'renames the service',
    apply(project) {
      change(project, 'package.json', '"name": "shop"', '"name": "shortcut"');
      change(project, 'README.md', '# shop', '# shortcut');
      change(project, 'src/about.ts', "name: 'shop'", "name: 'shortcut'");
    },
  },
  {
    name: 'installs two packages',
    apply(project) {
      change(project, 'package.json', / {4}"fastify": .*\n/, '    "dayjs": "1.11.0",\n$&');
      change(project, 'package.json', / {4}"zod": .*\n/, '    "slugify": "1.6.6",\n$&');
    },
  },
  {
    name: 'moves a dependency to another version',
    apply(project) {
      change(project, 'package.json', /"pino": "[^"]+"/, '"pino": "10.9.9"');
    },
  },
  {
    name: 'adds scripts, and changes one',
    apply(project) {
      change(project, 'package.json', / {4}"dev": .*\n/, '$&    "mail": "tsx src/mail.ts",\n');
      change(project, 'package.json', '"lint": "biome check"', '"lint": "biome check --write"');
    },
  },
  {
    name: 'says in package.json who made it',
    apply(project) {
      change(project, 'package.json', / {2}"private": .*\n/, '$&  "author": "me",\n');
    },
  },
  {
    name: 'is stricter with types and lint',
    apply(project) {
      const option = '$&    "allowUnreachableCode": false,\n';
      change(project, 'tsconfig.json', / {2}"compilerOptions": \{\n/, option);
      const rules = '"preset": "recommended",\n      "style": { "noEnum": "error" }';
      change(project, 'biome.json', '"preset": "recommended"', rules);
    },
  },
  {
    name: 'ignores more',
    apply(project) {
      append(project, '.gitignore', '\n# editors\n.idea/\n');
    },
  },
  {
    name: 'says in the README what it is for',
    apply(project) {
      change(project, 'README.md', /^A URL shortener.*\n/m, 'The short links of our shop.\n');
      change(project, 'README.md', /^## Start$/m, '## Who to ask\n\nThe team of the shop.\n\n$&');
    },
  },
  {
    name: 'ends the README with a section of their own',
    apply(project) {
      append(project, 'README.md', '\n## Licence\n\nOurs.\n');
    },
  },
  {
    name: 'adds a script to the table of the README',
    apply(project) {
      change(project, 'README.md', /^\| `npm test` .*\n/m, '$&| `npm run mail` | sends mail |\n');
    },
  },
  {
    name: 'writes the README anew',
    apply(project) {
      project.set('README.md', '# Short links\n\nAsk Kim.\n\nRun it with `npm run dev`.\n');
    },
  },
  {
    name: 'adds a habit to AGENTS.md',
    apply(project) {
      change(project, 'AGENTS.md', /^- A file has at most .*\n/m, '$&- We write no comments.\n');
    },
  },
  {
    name: 'adds a room to the picture of the architecture',
    apply(project) {
      const room = '  compose --> mailer\n';
      change(project, 'docs/architecture.md', / {2}compose --> links\n/, `$&${room}`);
      const row = '| `mailer/` | mail |\n';
      change(project, 'docs/architecture.md', /^\| `links\/` .*\n/m, `$&${row}`);
    },
  },
  {
    name: 'notes a decision',
    apply(project) {
      project.set('docs/adr/0100-mail.md', '# 0100 Mail\n\nBy SMTP.\n');
      append(project, 'README.md', '- [0100 Mail](docs/adr/0100-mail.md)\n');
    },
  },
  {
    name: 'formats with tabs',
    apply(project) {
      const tabs = (text: string) =>
        text.replaceAll(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2));
      change(project, 'biome.json', '"indentStyle": "space"', '"indentStyle": "tab"');
      rewrite(project, /\.(?:ts|js|json)$/, tabs);
    },
  },
  {
    name: 'formats with double quotes',
    apply(project) {
      rewrite(project, /\.ts$/, withDoubleQuotes);
    },
  },
  {
    name: 'formats without semicolons',
    apply(project) {
      rewrite(project, /^(?:src|test)\/.*\.ts$/, (text) =>
        text.replaceAll(/;$(?!\n\s*[([`])/gm, ''),
      );
    },
  },
  {
    name: 'has everything with the line ends of Windows',
    apply(project) {
      rewrite(project, /./, (text) => text.replaceAll('\n', '\r\n'));
    },
  },
  {
    name: 'heads every source with a licence',
    apply(project) {
      rewrite(project, /^src\/.*\.ts$/, (text) => `// Licensed by the shop.\n\n${text}`);
    },
  },
  {
    name: 'throws the tests of links away',
    apply(project) {
      project.delete('test/unit/links.test.ts');
      project.delete('test/integration/links.test.ts');
    },
  },
  {
    name: 'renames a source',
    apply(project) {
      project.set('src/settings.ts', project.get('src/config.ts') ?? '');
      project.delete('src/config.ts');
      rewrite(project, /\.ts$/, (text) => text.replaceAll('/config.ts', '/settings.ts'));
    },
  },
  {
    name: 'tests in parallel',
    apply(project) {
      change(project, 'vitest.config.ts', 'maxWorkers: 1', 'maxWorkers: 4');
    },
  },
];
