import { type Code, parseCode } from '../../src/domain/code.ts';
import type { Link } from '../../src/domain/link.ts';
import type { Result } from '../../src/domain/result.ts';
import { parseTargetUrl } from '../../src/domain/target-url.ts';

/** Takes the value of what must have gone well. */
function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

export const aCode = (text: string): Code => must(parseCode(text));
export const aTarget = (text: string) => must(parseTargetUrl(text, []));

/** A link that differs from the plain one only where a test cares. */
export function aLink(code: string, changes: Partial<Link> = {}): Link {
  const createdAt = new Date('2030-01-01T00:00:00.123Z');
  const url = aTarget('https://example.com/');
  return { code: aCode(code), url, owner: null, createdAt, expiresAt: null, ...changes };
}
