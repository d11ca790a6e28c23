import { MongoServerError } from 'mongodb';

const DUPLICATE_KEY = 11_000;

/** @returns false, with nothing inserted, when a key is taken */
export async function isNew(insert: Promise<unknown>): Promise<boolean> {
  try {
    await insert;
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return false;
    throw error;
  }
}
