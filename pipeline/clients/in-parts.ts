// One request for many items, however small the requests are that the server or a proxy takes.
import { isTooLarge } from './elasticsearch.ts'

/**
 * Sends items in one request; when it is too large, in halves. Returns the results in the order of the items.
 * An item that is too large alone gets the result of `alone`; without it, the error is passed on.
 */
export async function inParts<T, R>(
  items: readonly T[],
  send: (part: readonly T[]) => Promise<readonly R[]>,
  alone?: (error: unknown) => R,
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
    return [alone(error)]
  }
}
