// IDs derived from names, so that an import replaces the objects of an earlier import.
import { createHash } from 'node:crypto'

export const tagId = 'consentry-tag'

export function dashboardId(slug: string): string {
  return `consentry-${slug}`
}

/** Generated once at random. A different value would change every ID. */
const namespace = Buffer.from('6f1d2a9c3b574e0d9a418c0e5d7f2b63', 'hex')

/** Returns the saved-object ID of a panel's Discover session. Two hyphens prevent collisions of concatenated names. */
export function searchId(dashboard: string, panel: string): string {
  return `consentry-${dashboard}--${panel}`
}

/** A UUID (version 5) of a path of names. */
export function stableId(...names: readonly string[]): string {
  const bytes = createHash('sha1').update(namespace).update(names.join('\0')).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
