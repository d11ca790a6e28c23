/** The user's file as text, with what is theirs in how it is written. */
export interface OwnText {
  /** Lines end in `\n`, the last one too: as text is rendered, to be compared and merged with it. */
  readonly plain: string;
  /** As it is, without a byte order mark. */
  readonly text: string;
  /** Each line with its own end. */
  readonly lines: readonly string[];
  readonly mark: '' | '\uFEFF';
  readonly lineEnd: '\n' | '\r\n';
  readonly endsLastLine: boolean;
}

/**
 * @param bytes a file
 * @returns its text, or undefined when it is none
 */
export function ownText(bytes: Uint8Array): OwnText | undefined {
  const decoded = decode(bytes);
  if (decoded === undefined || decoded.includes('\0')) return undefined;
  const mark = decoded.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = decoded.slice(mark.length);
  const raw = text.split('\n');
  const endsLastLine = raw.at(-1) === '';
  const lineEnd = 2 * (text.match(/\r\n/g)?.length ?? 0) > raw.length - 1 ? '\r\n' : '\n';
  if (endsLastLine) raw.pop();
  const lines = raw.map((line, index) =>
    index < raw.length - 1 || endsLastLine ? `${line}\n` : `${line}${lineEnd}`,
  );
  const plain = lines.join('').replaceAll('\r\n', '\n');
  return { plain, text, lines, mark, lineEnd, endsLastLine };
}

/**
 * @param lines what is to be in the file, each line with its end
 * @param own the file as the user has it
 * @returns the file's text with the user's mark at the start and end of the last line
 */
export function inUsersWay(lines: readonly string[], own: OwnText): string {
  const text = lines.join('');
  const open = !own.endsLastLine && own.plain !== '';
  return own.mark + (open ? text.replace(/\r?\n$/, '') : text);
}

/**
 * @param plain rendered text
 * @param lineEnd how lines are to end
 * @returns its lines with their ends
 */
export function linesEnding(plain: string, lineEnd: string): readonly string[] {
  return linesOf(plain).map((line) => line + lineEnd);
}

/**
 * @param plain text whose lines end in `\n`
 * @returns the lines without their ends
 */
export function linesOf(plain: string): readonly string[] {
  const lines = plain.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
