import { expect, it } from 'vitest';
import type { AnswerStore } from '../../src/idempotency/port.ts';

const answer = { status: 201, headers: { location: '/somewhere' }, body: '{"a":"ü"}' };
const at = (ms: number) => new Date(ms);

/** What every place that keeps answers must do alike. */
export function answerStoreContract(store: () => AnswerStore) {
  const claim = (key: string, now = 1000, expired = 0, abandoned = 0) =>
    store().claim({ key, fingerprint: 'what' }, at(now), at(expired), at(abandoned));

  it('gives a key to one of twenty racing for it', async () => {
    const claims = await Promise.all(Array.from({ length: 20 }, () => claim('raced')));
    expect(claims.filter((claimed) => claimed === undefined)).toHaveLength(1);
  });

  it('keeps an answer as it was', async () => {
    await claim('kept');
    expect(await claim('kept')).toMatchObject({ fingerprint: 'what', answer: null });
    await store().keep('kept', answer);
    expect(await claim('kept')).toMatchObject({ fingerprint: 'what', answer });
  });

  it('forgets what is released, what is old, and who never answered', async () => {
    await claim('again');
    await store().release('again');
    expect(await claim('again')).toBeUndefined();
    expect(await claim('again', 2000, 0, 1500)).toBeUndefined();
    await store().keep('again', answer);
    expect(await claim('again', 3000, 0, 2500)).toMatchObject({ answer });
    expect(await claim('again', 4000, 3500, 3500)).toBeUndefined();
  });
}
