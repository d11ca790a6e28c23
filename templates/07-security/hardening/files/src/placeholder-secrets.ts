import { StartupError } from './startup-error.ts';

const SECRET = /(?:_KEYS?|_SECRETS?|_PASSWORD|_TOKEN)$/;
const PLACEHOLDER =
  /^(?:|<.*>|(.)\1*|your[-_ ].*|.*(?:change[-_ ]?(?:me|it|this)|placeholder|example).*|(?:my|top)?[-_]?(?:secret|password|passwd|token|key|test|todo|default|admin|root)\d*)$/i;
/** Shorter than this can be guessed. */
const LENGTH = 16;

/**
 * In production nobody may get in by a secret that stands in a manual.
 *
 * @param variables the environment that this service reads
 * @throws StartupError naming every variable that holds no secret, never what it holds
 */
export function refusePlaceholders(variables: Readonly<Record<string, unknown>>): void {
  const problems = Object.entries(variables).flatMap(([name, value]) => {
    if (typeof value !== 'string') return [];
    if (SECRET.test(name) && value.length < LENGTH) return [`${name}: is too short to be a secret`];
    if (SECRET.test(name)) return PLACEHOLDER.test(value) ? [`${name}: is a placeholder`] : [];
    const password = name.endsWith('_URL') && URL.canParse(value) ? new URL(value).password : '';
    return password && PLACEHOLDER.test(decoded(password))
      ? [`${name}: its password is a placeholder`]
      : [];
  });
  if (problems.length === 0) return;
  throw new StartupError(`Not in production:${problems.map((one) => `\n  ${one}`).join('')}`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
