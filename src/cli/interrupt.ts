const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * From here on nothing ends the program in the middle of something: who works looks at the signal,
 * takes back what it made, and says that it was cancelled.
 *
 * @returns a signal that aborts when the user presses Ctrl-C, or when we are asked to end
 */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of signals) process.on(signal, () => controller.abort());
  return controller.signal;
}
