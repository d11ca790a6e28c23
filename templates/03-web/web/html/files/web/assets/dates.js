const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** @param {string} moment as the API says it; @returns it in the visitor's own time */
export function inWords(moment) {
  return format.format(new Date(moment));
}

/** @param {string | null} expiresAt @returns until when a link works, or until when it did */
export function untilWhen(expiresAt) {
  if (expiresAt === null) return '';
  const over = new Date(expiresAt) <= new Date();
  return `${over ? 'Expired' : 'Works until'} ${inWords(expiresAt)}`;
}
