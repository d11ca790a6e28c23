import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { visitorOf } from '../http-contract/visitor.ts';
import { freePort } from './free-port.ts';
import { environment, runWell, type Variables } from './run.ts';
import { sampleWith } from './samples.ts';
import { emptyDatabase, hasServer, query } from './server-database.ts';
import { started } from './started.ts';
import { written } from './written.ts';

const sample = sampleWith('api', 'database', 'postgres');
/** Links carry it, and must not differ after a restart on another port. */
const PUBLIC_URL = 'https://links.example';
const visit = (url: string) => visitorOf({ url: () => url, layers: sample.layers });

/** A server finishes what nobody waits for any more, so that must have an end. */
const slow = { embedded: 'do $$ begin loop end loop; end $$', server: 'select pg_sleep(3)' };

describe.each(hasServer ? (['embedded', 'server'] as const) : (['embedded'] as const))(
  'a migration under way in a database that is %s',
  (kind) => {
    it('leaves nothing when the process is killed, and can be applied after that', async () => {
      const folder = written(sample);
      const DATABASE_URL = kind === 'server' ? await emptyDatabase() : undefined;
      const variables = { DATABASE_URL, PUBLIC_URL };
      await runWell(folder, ['npm', 'run', 'build']);
      const before = await started(folder, { variables });
      const link = await visit(before.url).create();
      expect(await before.stop()).toBe(0);

      const migration = join(folder, 'migrations', '99-half');
      writeFileSync(`${migration}.up.sql`, `create table half (id int); ${slow[kind]};\n`);
      writeFileSync(`${migration}.down.sql`, 'drop table half;\n');
      await killedMidway(folder, variables);

      // What had been left of the table would be in the way of it.
      writeFileSync(`${migration}.up.sql`, 'create table half (id int);\n');
      const after = await started(folder, { variables });
      expect((await visit(after.url).get(`/api/links/${link.code}`)).body).toEqual(link);
      expect(after.log()).toContain('99-half');
      expect(await after.stop()).toBe(0);
    });
  },
);

async function killedMidway(folder: string, variables: Variables): Promise<void> {
  const { DATABASE_URL } = variables;
  const port = String(await freePort());
  const child = execa(process.execPath, ['scripts/start.js'], {
    cwd: folder,
    env: environment(folder, { ...variables, PORT: port }),
    extendEnv: false,
    reject: false,
  });
  const isUnderWay = async () =>
    DATABASE_URL === undefined
      ? existsSync(join(folder, '.data', 'postgres', 'held-by-process'))
      : (await query(DATABASE_URL, sleeping)).length > 0;
  await expect.poll(isUnderWay, { timeout: 30_000 }).toBe(true);
  // From the lock of the folder to the migration it is half a second, to its end forever.
  if (DATABASE_URL === undefined) await setTimeout(5_000);
  child.kill('SIGKILL');
  expect((await child).signal).toBe('SIGKILL');
}

const sleeping =
  "select 1 from pg_stat_activity where query like '%pg_sleep%' and pid <> pg_backend_pid() and datname = current_database()";
