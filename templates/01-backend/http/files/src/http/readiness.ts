/** Name of a part that the service uses → rejects when it cannot be used. */
export type Checks = Readonly<Record<string, () => Promise<unknown>>>;

/** @param dispensable what is only shown: without it, the service is slower and not unavailable */
export async function readiness(checks: Checks, dispensable: Checks = {}) {
  const all = Object.entries({ ...checks, ...dispensable });
  const results = await Promise.allSettled(all.map(([, check]) => check()));
  const said = all.map(
    ([name], at) => [name, { ok: results[at]?.status === 'fulfilled' }] as const,
  );
  const ready = said.every(([name, { ok }]) => ok || name in dispensable);
  return {
    ready,
    body: { status: ready ? 'ok' : 'unavailable', checks: Object.fromEntries(said) },
  };
}
