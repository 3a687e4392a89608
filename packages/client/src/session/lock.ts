/** Runs `work` while nobody else runs work of the same name, wherever the lock reaches; resolves to its result. */
export type Lock = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

interface WebLocks {
  request<Result>(
    name: string,
    options: { readonly signal: AbortSignal },
    work: () => Promise<Result>,
  ): Promise<Result>;
}

const patience = 10_000;

/**
 * Web Locks, where the platform has them: one at a time across the tabs of a browser. A tab may be frozen while it holds the
 * lock, so after 10 seconds the work goes ahead; the server gives the same answer to two refreshes in quick succession.
 */
export const systemLock: Lock = async (name, work) => {
  const { navigator } = globalThis as { readonly navigator?: { readonly locks?: WebLocks } };
  const locks = navigator?.locks;
  if (!locks) return work();
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patience);
  let begun = false;
  try {
    return await locks.request(name, { signal: waiting.signal }, () => {
      begun = true;
      clearTimeout(timer);
      return work();
    });
  } catch (error) {
    if (begun) throw error;
    return work();
  } finally {
    clearTimeout(timer);
  }
};
