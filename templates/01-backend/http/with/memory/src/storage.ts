/** Where this service keeps its data: in its own memory. */
export { openMemory as openStorage } from './memory/storage.ts';
