// The state file of a collection: it distinguishes an empty, complete collection from an unreadable folder.
import { join } from 'node:path'
import { readNamedText } from '../../mappings/kernel/named-file.ts'

/** A hunt skips names that start with a dot. */
export const collectionName = '.consentry-collect.json'

/** True if the last run collected every log source completely and found no record. The file may be damaged. */
export function isEmptyCollection(folder: string): boolean {
  try {
    const state: unknown = JSON.parse(readNamedText(join(folder, collectionName)))
    const { ended, failed, done } = state as { ended?: unknown; failed: unknown[]; done: object }
    const windows: { records?: unknown; lost: unknown[] }[] = Object.values(done)
    const isEmpty = windows.every(({ records, lost }) => records === 0 && lost.length === 0)
    return ended === true && failed.length === 0 && isEmpty
  } catch {
    return false
  }
}
