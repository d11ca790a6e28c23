import { compose } from './compose.ts';
import { loadConfig } from './config.ts';
import { exitWith } from './startup-error.ts';

/** Whatever is still under way so long (ms) after the signal is cut off. */
const PATIENCE = 9_000;

try {
  const backend = await compose(loadConfig());
  const stop = async () => {
    setTimeout(() => process.exit(1), PATIENCE).unref();
    await backend.stop();
    process.exit();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  await backend.start();
} catch (error) {
  exitWith(error);
}
