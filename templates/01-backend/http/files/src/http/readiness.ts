/** Name of a part that the service needs → rejects when it cannot be used. */
export type Checks = Readonly<Record<string, () => Promise<unknown>>>;

export async function readiness(checks: Checks) {
  const tried = await Promise.allSettled(Object.values(checks).map((check) => check()));
  const oks = tried.map(({ status }) => ({ ok: status === 'fulfilled' }));
  const ready = oks.every(({ ok }) => ok);
  const results = Object.fromEntries(Object.keys(checks).map((name, index) => [name, oks[index]]));
  return { ready, body: { status: ready ? 'ok' : 'unavailable', checks: results } };
}
