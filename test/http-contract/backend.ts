/** A running emitted backend, as the contract sees it: an address, and what it promised. */
export interface Backend {
  /** Where it listens, without a final slash; asked for only while tests run. */
  readonly url: () => string;
  /** The layers of the project, and the values of its choices. */
  readonly layers: ReadonlySet<string>;
  /** What every request of somebody who may use the API carries; nothing unless said. */
  readonly headers?: () => Readonly<Record<string, string>>;
}
