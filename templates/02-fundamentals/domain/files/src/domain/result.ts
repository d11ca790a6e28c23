/** Success or a problem, as a value: a rule that says no is not an exception. */
export type Result<Value, Problem = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

export interface FieldProblem {
  readonly field: string;
  readonly detail: string;
}

export function success<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

export function failure<Problem>(problem: Problem): Result<never, Problem> {
  return { ok: false, problem };
}

/** The problems of all fields at once, so that a form can show them together. */
export function problemsOf(fields: Readonly<Record<string, Result<unknown>>>): FieldProblem[] {
  return Object.entries(fields).flatMap(([field, result]) =>
    result.ok ? [] : [{ field, detail: result.problem }],
  );
}
