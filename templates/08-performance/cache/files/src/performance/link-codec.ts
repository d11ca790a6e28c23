import { z } from 'zod';
import { isCode } from '../domain/code.ts';
import type { Link } from '../domain/link.ts';
import { parseTargetUrl } from '../domain/target-url.ts';
import type { Codec } from './port.ts';

const moment = z.iso.datetime().transform((text) => new Date(text));

const contract = z.strictObject({
  code: z.string().refine(isCode),
  url: z.string(),
  owner: z.string().nullable(),
  createdAt: moment,
  expiresAt: moment.nullable(),
});

/** Links as text. What comes back is checked like everything that comes from outside. */
export const linkCodec: Codec<Link> = {
  encode: JSON.stringify,

  decode(text) {
    const { data } = contract.safeParse(jsonIn(text));
    const url = data && parseTargetUrl(data.url, []);
    if (!data || !isCode(data.code) || !url?.ok) return undefined;
    return { ...data, code: data.code, url: url.value };
  },
};

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
