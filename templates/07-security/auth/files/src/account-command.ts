import { loadConfig } from './config.ts';
import { createLog } from './log.ts';
import { openKeys } from './security/keys.ts';
import { createSecurity } from './security/security.ts';
import { exitWith, StartupError } from './startup-error.ts';
import { openStorage } from './storage.ts';

type World = Awaited<ReturnType<typeof openWorld>>;

/** Name of the command → does it to the account, and returns what to say. */
const commands: Readonly<Record<string, (world: World, email: string) => Promise<string>>> = {
  admin: (world, email) => changeRole(world, email, 'admin'),
  user: (world, email) => changeRole(world, email, 'user'),

  async claim({ storage }, email) {
    const user = await storage.users.byEmail(email.toLowerCase());
    if (!user) throw new StartupError(`There is no account with the address ${email}.`);
    const claimed = await storage.ownership.claim(user.id);
    return `Gave ${email} ${claimed} links that were nobody's.`;
  },
};

async function changeRole({ accounts }: World, email: string, role: 'admin' | 'user') {
  const changed = await accounts.setRole(email, role);
  if (changed.ok) return `${email} is now ${role}, from the next login or refresh on.`;
  throw new StartupError(
    changed.problem === 'unknown'
      ? `There is no account with the address ${email}.`
      : `${email} is the only admin: promote somebody else first.`,
  );
}

async function openWorld() {
  const config = loadConfig();
  const clock = () => new Date();
  const keys = await openKeys(config.keys);
  const storage = await openStorage(config, createLog({ ...config, logLevel: 'warn' }));
  const { accounts } = await createSecurity({ ...config, storage, keys, clock });
  return { storage, accounts };
}

async function main(name = '', email = '') {
  const command = commands[name];
  if (!command || !email.includes('@')) throw new StartupError('Give the e-mail address.');
  const world = await openWorld();
  try {
    console.log(await command(world, email));
  } finally {
    await world.storage.close();
  }
}

// `admin <address> user` takes the role away again.
const [name, email, role] = process.argv.slice(2);
main(name === 'admin' && role === 'user' ? 'user' : name, email).catch(exitWith);
