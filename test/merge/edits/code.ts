import { append, change, type Edit } from './edit.ts';

const mailerImport = "import { createMailer } from './mailer/mailer.ts';\n";

/** What an owner changes in the sources. */
export const codeEdits: readonly Edit[] = [
  {
    name: 'wires a room of their own: an import, a statement, a property',
    apply(project) {
      const compose = 'src/compose.ts';
      change(project, compose, /import \{ createLog \} .*\n/, `$&${mailerImport}`);
      const wiring = '  const mailer = createMailer({ log });\n\n';
      change(project, compose, / {2}const server = /, `${wiring}$&`);
      change(project, compose, / {4}log,\n(?= {4}checks)/, '$&    mailer,\n');
      const room = 'export const createMailer = (around: object) => ({ ...around });\n';
      project.set('src/mailer/mailer.ts', room);
    },
  },
  {
    name: 'appends an import after all the others',
    apply(project) {
      change(project, 'src/compose.ts', /import \{ openStorage \} .*\n/, `$&${mailerImport}`);
    },
  },
  {
    name: 'adds a route before those of links',
    apply(project) {
      const routes = "import { noteRoutes } from './http/note-routes.ts';\n";
      change(project, 'src/compose.ts', /import \{ linkRoutes \} .*\n/, `$&${routes}`);
      change(project, 'src/compose.ts', / {6}links: linkRoutes/, '      notes: noteRoutes(),\n$&');
      project.set('src/http/note-routes.ts', 'export const noteRoutes = () => [];\n');
    },
  },
  {
    name: 'adds a route after those of links',
    apply(project) {
      const routes = "import { noteRoutes } from './http/note-routes.ts';\n";
      change(project, 'src/compose.ts', /import \{ linkRoutes \} .*\n/, `$&${routes}`);
      change(
        project,
        'src/compose.ts',
        / {6}links: linkRoutes.*\n/,
        '$&      notes: noteRoutes(),\n',
      );
      project.set('src/http/note-routes.ts', 'export const noteRoutes = () => [];\n');
    },
  },
  {
    name: 'stops something of their own before the storage',
    apply(project) {
      change(
        project,
        'src/compose.ts',
        / {6}await storage\.close/,
        '      await mailer.stop();\n$&',
      );
    },
  },
  {
    name: 'stops something of their own right after the server',
    apply(project) {
      const stop = '      await mailer.stop();\n';
      change(project, 'src/compose.ts', / {6}await server\.stop.*\n/, `$&${stop}`);
    },
  },
  {
    name: 'adds a check of readiness',
    apply(project) {
      const checks = 'checks: { ...storage.checks, disk: async () => ({ ok: true }) },';
      change(project, 'src/compose.ts', 'checks: storage.checks,', checks);
    },
  },
  {
    name: 'passes another option to the use cases of links',
    apply(project) {
      change(project, 'src/compose.ts', / {4}random: randomInt,\n/, '$&    longest: 32,\n');
    },
  },
  {
    name: 'adds an environment variable',
    apply(project) {
      const declared = '  SMTP_URL: z.url().optional(),\n';
      change(project, 'src/config.ts', / {2}PUBLIC_URL: .*\n/, `$&${declared}`);
      change(project, 'src/config.ts', / {4}publicUrl: .*\n/, '$&    smtpUrl: data.SMTP_URL,\n');
      append(project, '.env.example', '\n# Where mail goes.\n# SMTP_URL=smtp://localhost\n');
    },
  },
  {
    name: 'adds an environment variable at the end of the list',
    apply(project) {
      const declared = '  SMTP_URL: z.url().optional(),\n';
      change(project, 'src/config.ts', /^\}\);\n/m, `${declared}$&`);
      change(project, 'src/config.ts', /^ {2}\};\n/m, '    smtpUrl: data.SMTP_URL,\n$&');
    },
  },
  {
    name: 'takes another port',
    apply(project) {
      change(project, 'src/config.ts', 'default(3000)', 'default(8080)');
      change(project, '.env.example', 'PORT=3000', 'PORT=8080');
      change(project, 'README.md', 'localhost:3000>', 'localhost:8080>');
    },
  },
  {
    name: 'makes codes longer',
    apply(project) {
      change(project, 'src/domain/code.ts', 'GENERATED_LENGTH = 7', 'GENERATED_LENGTH = 9');
    },
  },
  {
    name: 'adds a rule to the domain, and its test',
    apply(project) {
      append(project, 'src/domain/link.ts', '\nexport const isNew = (age: number) => age < 60;\n');
      append(project, 'test/unit/domain.test.ts', "\nit('knows what is new', () => {});\n");
    },
  },
  {
    name: 'logs to standard error',
    apply(project) {
      change(project, 'src/log.ts', 'dest: 1', 'dest: 2');
    },
  },
  {
    name: 'gives the tests a helper',
    apply(project) {
      const helper = '\n    /** Nothing for a while. */\n    rest: () => Promise.resolve(),\n';
      change(project, 'test/support/app.ts', / {4}stop: backend\.stop,\n/, `$&${helper}`);
    },
  },
  {
    name: 'sets a variable in every test',
    apply(project) {
      change(project, 'test/support/app.ts', / {4}LOG_LEVEL: 'silent',\n/, "$&    HOST: '::1',\n");
    },
  },
  {
    name: 'adds a column',
    apply(project) {
      project.set('migrations/90-note.up.sql', 'ALTER TABLE links ADD COLUMN note text;\n');
      project.set('migrations/90-note.down.sql', 'ALTER TABLE links DROP COLUMN note;\n');
      if (!project.has('src/database/schema.ts')) return;
      change(project, 'src/database/schema.ts', / {2}owner: .*\n/, "$&  note: text('note'),\n");
    },
  },
  {
    name: 'says more about the service at its root',
    apply(project) {
      change(project, 'src/about.ts', / {4}ready: .*\n/, "$&    terms: '/terms',\n");
    },
  },
];
