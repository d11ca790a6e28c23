import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, packageFolder } from '../support/program.ts';
import { growing } from './growing.ts';
import { type Contender, measure } from './measure.ts';
import { packageSize } from './package-size.ts';
import { redirects } from './redirects.ts';

// How long the program takes and how much it weighs, and what the projects that it writes can do,
// against the bars. It needs `npm run build` first, the npm registry for the program that it is
// compared with, and wrk. With --quick it takes fewer rounds.

const quick = process.argv.includes('--quick');
const rounds = quick ? 7 : 31;
/** Of the framework's own throughput: see docs/adr/0006-throughput.md. */
const frameworks = { fastify: '0.5', express: '0.5', hono: '0.4' };
const createVite = '9.3.0';

const folder = mkdtempSync(join(tmpdir(), 'roadmap-bench-'));
try {
  const { ours, theirs, bare } = scaffolding(folder);
  const grown = growing(join(folder, 'growing'));
  const contenders = [bare, help('--help'), help('--version'), ours, theirs, ...grown];
  const times = measure(contenders, rounds);
  const of = (name: string) => times.get(name) ?? Number.NaN;
  const { packed, unpacked, files } = packageSize(packageFolder);
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  const ms = (name: string) => `${of(name).toFixed(0)} ms`;
  const ratio = (name: string, to: string) => (of(name) / of(to)).toFixed(2);
  table([
    ['measured', 'median', 'against', 'ratio', 'bar'],
    ['--help', ms('--help'), `node -e 0, ${ms(bare.name)}`, ratio('--help', bare.name), '1.3'],
    [
      '--version',
      ms('--version'),
      `node -e 0, ${ms(bare.name)}`,
      ratio('--version', bare.name),
      '1.3',
    ],
    [
      'everything',
      ms(ours.name),
      `create-vite, ${ms(theirs.name)}`,
      ratio(ours.name, theirs.name),
      '1.5',
    ],
    ...grown.map(({ name }) => [name, ms(name), '', '', '500 ms']),
    ['packed', kB(packed), '', '', '300 kB'],
    ['unpacked', kB(unpacked), `${files} files`, '', '1500 kB'],
    ...(await throughput(folder)),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function throughput(cwd: string): Promise<readonly (readonly string[])[]> {
  const rows = [];
  for (const [http, bar] of Object.entries(frameworks)) {
    const { ours, bare, ratio } = await redirects(http, cwd, quick ? 3 : 7);
    const perSecond = (count: number) => `${(count / 1000).toFixed(1)}k/s`;
    const against = `bare ${http}, ${perSecond(bare)}`;
    rows.push([`redirects, ${http}`, perSecond(ours), against, ratio.toFixed(2), `≥ ${bar}`]);
  }
  return rows;
}

function scaffolding(cwd: string): Record<'ours' | 'theirs' | 'bare', Contender> {
  const vite = join(cwd, 'vite');
  mkdirSync(vite);
  writeFileSync(join(vite, 'package.json'), '{}');
  const install = ['install', `create-vite@${createVite}`, '--no-audit', '--no-fund'];
  execFileSync('npm', install, { cwd: vite, stdio: 'ignore' });
  const clean = () => rmSync(join(cwd, 'app'), { recursive: true, force: true });
  const theirBin = join(vite, 'node_modules', 'create-vite', 'index.js');
  const theirWords = ['app', '--template', 'vanilla-ts', '--no-interactive'];
  const ourWords = ['app', '--preset', 'everything', '--no-install', '--no-git'];
  return {
    ours: { name: 'ours', words: [bin, ...ourWords], cwd, before: clean },
    theirs: { name: 'create-vite', words: [theirBin, ...theirWords], cwd, before: clean },
    bare: { name: 'bare', words: ['-e', '0'], cwd, before: () => undefined },
  };
}

function help(option: string): Contender {
  return { name: option, words: [bin, option], cwd: packageFolder, before: () => undefined };
}

function table(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((it) => it[column]?.length ?? 0)),
  );
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}
