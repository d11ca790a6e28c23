/** An answer, to be given again. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Claim {
  /** Whom the key belongs to, for which path, and the key. */
  readonly key: string;
  /** What was asked: another request may not use the key. */
  readonly fingerprint: string;
}

/** What became of the first request with a key; its answer is null until there is one. */
export interface Claimed {
  readonly fingerprint: string;
  readonly answer: KeptAnswer | null;
}

/** Answers, where they are kept. */
export interface AnswerStore {
  /**
   * Takes the key for a request; of racing ones, one.
   *
   * @param expired what was claimed before this moment is forgotten
   * @param abandoned what was claimed before this moment and has no answer is given up
   * @returns undefined when the key is the caller's now, else who had it
   */
  claim(claim: Claim, now: Date, expired: Date, abandoned: Date): Promise<Claimed | undefined>;
  keep(key: string, answer: KeptAnswer): Promise<void>;
  release(key: string): Promise<void>;
}

/** What is to be done with a request that carries a key. */
export type Begun =
  | { readonly kind: 'first'; finish(answer: KeptAnswer): Promise<void> }
  | { readonly kind: 'again'; readonly answer: KeptAnswer }
  | { readonly kind: 'other-request' }
  | { readonly kind: 'busy' };

export interface Idempotency {
  /** @param scope whom the key belongs to, and for which path */
  begin(scope: string, key: string, body: unknown): Promise<Begun>;
}
