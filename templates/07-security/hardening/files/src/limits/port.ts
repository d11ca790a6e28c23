/** How often something may be done. */
export interface Policy {
  readonly times: number;
  readonly seconds: number;
}

export interface Limits<Name extends string> {
  /**
   * Counts one more time.
   *
   * @param key who does it
   * @returns undefined while the policy allows it, else in how many seconds to try again
   */
  count(name: Name, key: string): Promise<number | undefined>;
}
