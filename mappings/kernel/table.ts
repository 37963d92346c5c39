/**
 * A table that text of a record is looked up in. It has no prototype, so `__proto__` or `constructor` in a record find
 * nothing, as every other unknown text does.
 */
export function table<T extends object>(members: T): T {
  return Object.assign(Object.create(null), members)
}
