/** Whoever asks for something: the use cases take it first and decide by it. */
export interface Caller {
  /** Null when nobody in particular is asking. */
  readonly id: string | null;
  readonly role: 'user' | 'admin';
}

export const anyone: Caller = { id: null, role: 'user' };

/** @param owner id of the caller that something belongs to; null when it is nobody's */
export function mayManage(caller: Caller, owner: string | null): boolean {
  return caller.role === 'admin' || caller.id === owner;
}
