import { readFile, writeFile } from 'node:fs/promises';
import { loadConfig } from './config.ts';
import type { Session } from './database/database.ts';
import { explained } from './database/explain.ts';
import { fill } from './database/fill.ts';
import { openDatabase } from './database/open-database.ts';
import { comparePaging } from './database/paging.ts';
import { pagingTable, withTable } from './database/paging-table.ts';
import { prepareDatabase } from './database/prepare.ts';
import { createLog } from './log.ts';
import { exitWith, StartupError } from './startup-error.ts';

const page = new URL('../docs/roadmap/08-performance.md', import.meta.url);

/** `npm run db:…`: name of the command → does it in a filled database, and returns what to say. */
const commands: Readonly<Record<string, (session: Session) => Promise<string>>> = {
  async fill({ run }) {
    const counts = await run(
      'select (select count(*) from links) as links, (select count(*) from clicks) as clicks',
    );
    return counts
      .map(({ links, clicks }) => `Now there are ${links} links, ${clicks} clicks.`)
      .join();
  },

  async paging(session) {
    const table = pagingTable(await comparePaging(session));
    await writeFile(page, withTable(await readFile(page, 'utf8'), table));
    return `${table}\nWritten to docs/roadmap/08-performance.md.`;
  },
};

async function main(name = '') {
  const command = commands[name];
  if (!command) throw new StartupError(`Give one of ${Object.keys(commands).join(', ')}.`);
  const config = loadConfig();
  const database = await openDatabase(config);
  await prepareDatabase(database, true, createLog(config));
  try {
    await database.withSession(async (session) => {
      await fill(session);
      console.log(await command(session));
    });
  } finally {
    await database.close();
  }
}

main(process.argv[2]).catch((error) => exitWith(explained(error)));
