import { describe, expect, it } from 'vitest';
import { whoIs } from '../../src/http/limited-requests.ts';
import { securityHeaders } from '../../src/http/security-headers.ts';
import { refusePlaceholders } from '../../src/placeholder-secrets.ts';

describe('in production', () => {
  it.each([
    ['SIGNING_KEY', ''],
    ['SIGNING_KEY', 'too-short'],
    ['SESSION_SECRET', 'changeme-changeme-changeme'],
    ['API_TOKEN', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['API_TOKEN', 'your-token-goes-here-please'],
    ['QUEUE_URL', 'amqp://user:password@host'],
    ['QUEUE_URL', 'amqp://user:change%20me@host'],
  ])('%s is refused when it is %j, and is not repeated', (name, value) => {
    const refuse = () => refusePlaceholders({ [name]: value });
    expect(refuse).toThrow(name);
    if (value) expect(refuse).not.toThrow(value);
  });

  it.each([
    ['SIGNING_KEY', 'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEH'],
    ['QUEUE_URL', 'amqp://user:kX2v9QmZ@host'],
    ['QUEUE_URL', 'amqp://host'],
    ['PUBLIC_URL', 'https://example.com'],
    ['LIMIT', 3],
  ])('%s may be %j', (name, value) => {
    expect(() => refusePlaceholders({ [name]: value })).not.toThrow();
  });
});

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('the address %s stands for %s', (address, who) => {
  expect(whoIs(address)).toBe(who);
});

it('browsers are told for a year to come back over HTTPS, where that is how they come', () => {
  const name = 'strict-transport-security';
  expect(securityHeaders('https://go.example.com')[name]).toContain('max-age=31536000');
  expect(securityHeaders('http://localhost:3000')).not.toHaveProperty(name);
});
