// The differences between a stored document and the document that its record becomes today.
import { isDeepStrictEqual } from 'node:util'
import { isObject } from '../../mappings/kernel/json.ts'

/** Members that are set when a document is stored. They are not facts about the event. */
const whenStored: ReadonlySet<string> = new Set(['event.ingested'])

/** Returns the dotted paths of the members that differ. Skips `ignored` paths. */
export function differingPaths(stored: unknown, now: unknown, ignored: ReadonlySet<string> = whenStored): string[] {
  const paths: string[] = []
  const compare = (left: unknown, right: unknown, path: string): void => {
    if (ignored.has(path)) return
    if (isObject(left) && isObject(right)) {
      for (const name of new Set([...Object.keys(left), ...Object.keys(right)]))
        compare(left[name], right[name], path === '' ? name : `${path}.${name}`)
    } else if (!isDeepStrictEqual(left, right) && !isEmptyGroup(left, right)) paths.push(path)
  }
  compare(stored, now, '')
  return paths
}

/** An empty object equals a missing object. */
function isEmptyGroup(left: unknown, right: unknown): boolean {
  const isNothing = (value: unknown) => value === undefined || (isObject(value) && Object.keys(value).length === 0)
  return isNothing(left) && isNothing(right)
}

/** A dry run claims no acts, so it cannot know which event is a duplicate. */
export const ignoredInDryRun: ReadonlySet<string> = new Set([...whenStored, 'oauth.act.duplicate'])
export const ignoredPaths = whenStored
