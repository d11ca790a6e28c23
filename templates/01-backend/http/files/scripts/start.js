import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// Straight after install there is no build yet.
if (!existsSync('dist/main.js')) execSync('{{run}} build', { stdio: 'inherit' });
await import('../dist/main.js');
