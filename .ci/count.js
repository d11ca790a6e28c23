import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

// node .ci/count.js FOLDER: the tests that failed in the reports of vitest in it, and in the last
// line the sum over all of them.
const [folder = '.'] = process.argv.slice(2);
let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const report = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  for (const { name, assertionResults } of report.testResults ?? []) {
    for (const { status, fullName, failureMessages } of assertionResults) {
      if (status !== 'failed') continue;
      const why = failureMessages.join('\n').split('\n').slice(0, 6).join('\n  ').slice(0, 1000);
      console.log(`FAILED: ${relative('.', name)}: ${fullName}\n  ${why}`);
    }
  }
  skipped += (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
}
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
