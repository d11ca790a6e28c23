/** Name of a part that the service needs → rejects when it cannot be used. */
export type Checks = Readonly<Record<string, () => Promise<unknown>>>;

/** @param dispensable what is only shown: without it, the service is slower and not unavailable */
export async function readiness(checks: Checks, dispensable: Checks = {}) {
  const [needed, others] = await Promise.all([resultsOf(checks), resultsOf(dispensable)]);
  const ready = Object.values(needed).every(({ ok }) => ok);
  return {
    ready,
    body: { status: ready ? 'ok' : 'unavailable', checks: { ...needed, ...others } },
  };
}

async function resultsOf(checks: Checks) {
  const tried = Object.entries(checks).map(async ([name, check]) => {
    const [result] = await Promise.allSettled([check()]);
    return [name, { ok: result.status === 'fulfilled' }] as const;
  });
  return Object.fromEntries(await Promise.all(tried));
}
