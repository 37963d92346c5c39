// Sends many items in as few requests as the size limits of the server or a proxy allow.
import { isTooLarge } from './elasticsearch.ts'

/**
 * A server or a proxy must accept requests of this number of bytes. If it refuses a smaller request because of its size,
 * the error is retried: otherwise every record would become a dead letter.
 */
export const smallestLimit = 65_536

/**
 * Sends items in one request, or in halves if the request is too large. Returns the results in the order of the items.
 * A single item that is too large gets the result of `alone`. Without `alone`, the error is thrown.
 */
export async function inParts<T, R>(
  items: readonly T[],
  send: (part: readonly T[]) => Promise<readonly R[]>,
  alone?: (error: unknown, item: T) => R,
): Promise<readonly R[]> {
  try {
    return await send(items)
  } catch (error) {
    if (!isTooLarge(error)) throw error
    if (items.length > 1) {
      const middle = Math.ceil(items.length / 2)
      const first = await inParts(items.slice(0, middle), send, alone)
      return [...first, ...(await inParts(items.slice(middle), send, alone))]
    }
    if (alone === undefined) throw error
    return [alone(error, items[0] as T)]
  }
}

/** Collects the results of requests for `size` items each, or fewer if the server refuses the request as too large. */
export async function inChunks<T, R>(
  items: readonly T[],
  size: number,
  send: (part: readonly T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const results: R[] = []
  for (let from = 0; from < items.length; from += size) {
    for (const result of await inParts(items.slice(from, from + size), send)) results.push(result)
  }
  return results
}
