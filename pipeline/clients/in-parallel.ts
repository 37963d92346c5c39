/** Runs a call for each item, at most `most` at a time. Answers in the order of the items. The first failure ends it. */
export async function inParallel<T, R>(items: readonly T[], most: number, call: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  let next = 0
  let failed = false
  const worker = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const i = next++
      try {
        answers[i] = await call(items[i] as T)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const workers = await Promise.allSettled(Array.from({ length: Math.min(most, items.length) }, worker))
  // All workers have ended, so no call is still writing.
  for (const result of workers) if (result.status === 'rejected') throw result.reason
  return answers
}
