import { beforeAll, describe } from 'vitest';
import { httpContract } from '../http-contract/http-contract.ts';
import { patience } from '../http-contract/patience.ts';
import { signIn } from '../http-contract/sign-in.ts';
import { largestWith, sampleWith, valuesOf } from './samples.ts';
import { emptyDatabase, hasServer } from './server-database.ts';
import { type Started, started, unlimited } from './started.ts';
import { written } from './written.ts';

/** The smallest and the largest of each framework, and each database with one framework. */
const https = valuesOf('http');
const tried = [
  ...https.flatMap((http) => [sampleWith(http), largestWith(http)]),
  ...valuesOf('database')
    .slice(1)
    .map((database, index) => largestWith(https[index % https.length] ?? '', database)),
];
const cases = tried.flatMap((sample) => {
  const { name, layers } = sample;
  const embedded = { name, sample, server: false };
  if (!hasServer || !layers.has('postgres')) return [embedded];
  return [embedded, { name: `${name} with a server`, sample, server: true }];
});

describe.each(cases)('the project $name', ({ sample, server }) => {
  let backend: Started;
  let headers = {};
  beforeAll(async () => {
    const folder = written(sample);
    const DATABASE_URL = server ? await emptyDatabase() : undefined;
    backend = await started(folder, { variables: { ...unlimited, DATABASE_URL } });
    headers = await signIn(backend.url, sample.layers);
    return () => backend.stop();
  });
  const running = { url: () => backend.url, layers: sample.layers, headers: () => headers };

  httpContract(running);
  if (!server && sample.layers.has('database')) patience(running);
});
