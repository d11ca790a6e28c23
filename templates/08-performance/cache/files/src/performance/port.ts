/** What is known of a key: its value, or that it has none. */
export interface Kept<Value> {
  readonly value: Value | undefined;
}

/** The right to keep what is loaded now. Whoever forgets the key takes it away. */
export type Lease = string;

/**
 * Where a cache keeps what it knows. It may lose anything at any time, and never rejects: one that
 * cannot be used is like one that is empty.
 */
export interface CacheStore<Value> {
  /** @returns what is kept, or else perhaps the lease to keep it */
  find(key: string): Promise<{ kept: Kept<Value> } | { lease: Lease | undefined }>;
  /** Does nothing when the lease is no longer good: what was loaded may be out of date. */
  keep(key: string, lease: Lease, kept: Kept<Value>, time: number): Promise<void>;
  forget(key: string): Promise<void>;
}

/** Turns values into text and back. */
export interface Codec<Value> {
  encode(value: Value): string;
  /** @returns undefined for what it cannot read, such as what another version wrote */
  decode(text: string): Value | undefined;
}
