// node --require: ends the process by SIGKILL at its nth write (KILL_AT), in the middle of it where
// it has one; without KILL_AT writes into COUNT_TO how many there were.
const fs = require('node:fs');
const child = require('node:child_process');
const { syncBuiltinESMExports } = require('node:module');

const killAt = Number(process.env.KILL_AT ?? 0);
const { writeFileSync } = fs;
let count = 0;

function die() {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way; nothing more may happen.
  for (;;);
}

function counted(perform, half) {
  return (...words) => {
    count += 1;
    if (count === killAt) {
      half?.(...words);
      die();
    }
    return perform(...words);
  };
}

const halfOf = (data) =>
  (typeof data === 'string' ? data : Buffer.from(data)).slice(0, data.length / 2);
for (const name of ['writeFileSync', 'writeSync']) {
  const perform = fs[name];
  fs[name] = counted(perform, (to, data) => perform(to, halfOf(data)));
}
for (const name of ['renameSync', 'mkdirSync', 'rmSync', 'rmdirSync', 'chmodSync']) {
  fs[name] = counted(fs[name]);
}
const { openSync } = fs;
const opening = counted(openSync);
// Also what only reads is opened by it.
const reads = (flags) => flags === undefined || flags === 'r';
fs.openSync = (path, flags, ...rest) => (reads(flags) ? openSync : opening)(path, flags, ...rest);
const { spawnSync } = child;
const writing = counted(spawnSync);
child.spawnSync = (program, words, ...rest) => {
  const writes = words.includes('update-index') || words.includes('hash-object');
  return (writes ? writing : spawnSync)(program, words, ...rest);
};
syncBuiltinESMExports();
if (process.env.COUNT_TO) {
  process.on('exit', () => writeFileSync(process.env.COUNT_TO, String(count)));
}
