import { z } from 'zod';

/** Origins, separated by commas: `https://app.example.com,http://localhost:5173`. */
export const originsContract = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  )
  .refine(
    // Neither `*` nor `null`: with credentials, either would let every page in.
    (origins) => origins.every((one) => URL.canParse(one) && new URL(one).origin === one),
    'must be origins like https://app.example.com, separated by commas',
  );
