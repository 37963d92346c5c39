/**
 * Returns a lookup table for text from a record. It has no prototype, so `__proto__` or `constructor` in a record finds
 * nothing, like any other unknown text.
 */
export function table<T extends object>(members: T): T {
  return Object.assign(Object.create(null), members)
}
