import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StartupError } from '../startup-error.ts';

/** What access tokens are signed with. */
export interface Key {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export interface KeysConfig {
  /** PKCS #8 in base64 or PEM, separated by commas; the first one signs, all of them are accepted. */
  keys?: string | undefined;
  /** Without keys: where one is kept that is made at the first start; undefined in production. */
  file?: string | undefined;
}

/** @throws StartupError when there is no key, or one is not what it must be */
export async function openKeys({ keys, file }: KeysConfig): Promise<readonly [Key, ...Key[]]> {
  if (!keys && !file) {
    throw new StartupError(`AUTH_PRIVATE_KEY must be set in production. Make one with:\n  ${HOW}`);
  }
  const texts = keys ?? (file ? await keptIn(file) : '');
  const [first, ...others] = texts.split(',').map(parseKey);
  if (!first) throw new StartupError('AUTH_PRIVATE_KEY is empty.');
  return [first, ...others];
}

const HOW =
  "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 | grep -v PRIVATE | tr -d '\\n'";

function parseKey(text: string): Key {
  const base64 = text.replace(/-----[A-Z ]+-----|\\n|\s/g, '');
  const privateKey = privateKeyIn(Buffer.from(base64, 'base64'));
  if (privateKey?.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    throw new StartupError(`AUTH_PRIVATE_KEY is not a P-256 key. Make one with:\n  ${HOW}`);
  }
  const publicKey = createPublicKey(privateKey);
  const fingerprint = createHash('sha256').update(
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  return { id: fingerprint.digest('base64url').slice(0, 16), privateKey, publicKey };
}

function privateKeyIn(key: Buffer): KeyObject | undefined {
  try {
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}

/** For development only: whoever can read the file can be anybody. */
async function keptIn(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const made = privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(file, made, { flag: 'wx', mode: 0o600 }).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readFile(file, 'utf8');
}
