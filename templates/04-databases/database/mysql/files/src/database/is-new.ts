/**
 * `insert ignore` would ignore other mistakes as well, so the one that is meant is caught.
 *
 * @returns false, with nothing inserted, when the key is taken
 */
export async function isNew(insert: PromiseLike<unknown>): Promise<boolean> {
  try {
    await insert;
    return true;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof Error && 'code' in cause && cause.code === 'ER_DUP_ENTRY') return false;
    throw error;
  }
}
