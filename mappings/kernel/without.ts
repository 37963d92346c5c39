/** The values that the other list lacks. A record may have lists of thousands of values, so a set compares them. */
export function without<T>(values: readonly T[], others: readonly T[]): T[] {
  const known = new Set(others)
  return values.filter((value) => !known.has(value))
}
