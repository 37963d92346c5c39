// Counts the records of an application in steps of ten minutes, for the picture of its use.

/** Steps of one account or one kind of data. */
const mostSteps = 1500

/** Counts a record; ignores it if there are too many steps. */
export function countUse(uses: Map<string, number>, at: string, records = 1): void {
  const step = `${at.slice(0, 15)}0:00.000Z`
  if (uses.has(step) || uses.size < mostSteps) uses.set(step, (uses.get(step) ?? 0) + records)
}
