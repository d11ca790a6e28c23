/** Success or a problem, as a value: a rule that says no is not an exception. */
export type Result<Value, Problem = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

export const success = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

export const failure = <Why>(problem: Why): Result<never, Why> => ({ ok: false, problem });
