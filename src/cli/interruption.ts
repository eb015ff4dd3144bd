/**
 * Takes work that writes files, runs it so that Ctrl-C (or the end of the session) is heard only between two files.
 *
 * Without a listener a signal would end the process in the middle of a write and leave a hidden part of a file behind.
 */

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export async function uninterrupted<T>(work: (interrupted: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const hear = () => controller.abort();
  for (const signal of SIGNALS) process.on(signal, hear);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of SIGNALS) process.off(signal, hear);
  }
}
