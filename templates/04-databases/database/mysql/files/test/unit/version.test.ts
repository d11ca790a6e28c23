import { expect, it } from 'vitest';
import { refuseOld } from '../../src/database/version.ts';

it.each([
  '8.0.36',
  '8.4.3-log',
  '9.1.0',
  '10.6.1-MariaDB',
  '10.11.6-MariaDB-0+deb12u1',
  '11.4.2-MariaDB',
])('takes %s', (version) => {
  expect(() => refuseOld(version)).not.toThrow();
});

it.each(['5.7.44', '10.5.23-MariaDB-log', '5.5.68-MariaDB'])(
  'refuses %s, and says what to use',
  (version) => {
    expect(() => refuseOld(version)).toThrow(
      /DATABASE_URL .* (MySQL|MariaDB) \d+\.\d+\. Use MySQL 8/,
    );
  },
);
