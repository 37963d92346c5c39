/** Runs a call for each item, at most `most` at a time, in the order of the items. The first failure ends it. */
export async function inParallel<T>(
  items: readonly T[],
  most: number,
  call: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0
  let failed = false
  const worker = async (): Promise<void> => {
    while (next < items.length && !failed) {
      try {
        await call(items[next++] as T)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const workers = await Promise.allSettled(Array.from({ length: Math.min(most, items.length) }, worker))
  // All have ended: nothing writes any more.
  for (const result of workers) if (result.status === 'rejected') throw result.reason
}
