import { httpContract } from './http-contract.ts';
import { patience } from './patience.ts';
import { signIn } from './sign-in.ts';

// BACKEND_URL=http://localhost:3000 LAYERS=database,postgres,api npm run test:http-contract
// (not BASE_URL, which vitest sets to something else)
const { BACKEND_URL: url, LAYERS: layers = '' } = process.env;
if (url === undefined) throw new Error('Set BACKEND_URL to where the backend listens.');

const selected = new Set(layers.split(','));
const headers = await signIn(url, selected);
const backend = { url: () => url, layers: selected, headers: () => headers };
httpContract(backend);
patience(backend);
