import { z } from 'zod';
import { exchange } from './exchange.ts';
import { freshCode } from './visitor.ts';

const loginContract = z.looseObject({ accessToken: z.string().min(1) });

/**
 * Registers somebody new and logs in, where the layer auth wants that.
 *
 * @param url where the backend listens
 * @param layers the layers of the project
 * @returns the headers of somebody who may use the API
 */
export async function signIn(
  url: string,
  layers: ReadonlySet<string>,
): Promise<Readonly<Record<string, string>>> {
  if (!layers.has('auth')) return {};
  const body = { email: `${freshCode('visitor')}@example.com`, password: freshCode('a good one') };
  await exchange(url, { method: 'POST', path: '/api/auth/register', body });
  const answer = await exchange(url, { method: 'POST', path: '/api/auth/login', body });
  return { authorization: `Bearer ${loginContract.parse(answer.body).accessToken}` };
}
