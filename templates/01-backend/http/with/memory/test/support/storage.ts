/** Tests keep everything where the service does: in memory. */
export { openStorage as openTestStorage } from '../../src/storage.ts';
