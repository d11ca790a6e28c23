import { beforeAll, describe } from 'vitest';
import { kindsOf } from '../../src/roadmap/layers-of.ts';
import { httpContract } from '../http-contract/http-contract.ts';
import { patience } from '../http-contract/patience.ts';
import { signIn } from '../http-contract/sign-in.ts';
import { hasDatabaseFor, ownDatabase } from './own-database.ts';
import { catalogue, largestWith, sampleWith, valuesOf } from './samples.ts';
import { type Started, started, unlimited } from './started.ts';
import { written } from './written.ts';

/**
 * The smallest and the largest of each framework, and each database with one framework; the whole
 * table has each with all of them.
 */
const isFull = process.env.FULL !== undefined;
const https = valuesOf('http');
const tried = [
  ...https.flatMap((http) => [sampleWith(http), largestWith(http)]),
  ...valuesOf('database')
    .slice(1)
    .flatMap((database, index) => {
      const some = isFull ? https : https.slice(index % https.length).slice(0, 1);
      return some.map((http) => largestWith(http, database));
    }),
];
const cases = tried.flatMap((sample) => {
  const { name, layers } = sample;
  const embedded = { name, sample, server: false };
  if (!layers.has('database') || !hasDatabaseFor(sample)) return [embedded];
  return [embedded, { name: `${name} with a server`, sample, server: true }];
});

describe.each(cases)('the project $name', ({ sample, server }) => {
  let backend: Started;
  let headers = {};
  beforeAll(async () => {
    const folder = written(sample);
    const DATABASE_URL = server ? await ownDatabase(sample) : undefined;
    backend = await started(folder, { variables: { ...unlimited, DATABASE_URL } });
    headers = await signIn(backend.url, sample.layers);
    return () => backend.stop();
  });
  // Without a server, some databases are stood in for by memory.
  const inMemory = !server && kindsOf([...sample.layers], catalogue).includes('volatile');
  const layers = new Set([...sample.layers, ...(inMemory ? ['memory'] : [])]);
  const running = { url: () => backend.url, layers, headers: () => headers };

  httpContract(running);
  if (!server && sample.layers.has('postgres')) patience(running);
});
