// Isolates the events that make a stage throw. A defect would throw again at every delivery, so the stage runs on
// halves of the batch: only these events fail. Stages may repeat events: storing and merging are idempotent.
import { DependencyError } from '../errors/dependency-error.ts'

export interface Isolated<Item, Result> {
  /** The results of the stage for the parts without an exception, in their order. */
  readonly results: Result[]
  readonly failed: { readonly item: Item; readonly error: unknown }[]
}

/**
 * True for an error that depends on the events. False for any other response of a server, and for an error that the
 * client may raise for every request: such an error would turn the whole batch into dead letters.
 */
function isDefect(error: unknown): boolean {
  if (!(error instanceof DependencyError)) return true
  const { cause, code } = error
  if (code === 'entity_too_large') return true
  return cause instanceof RangeError || (cause instanceof Error && cause.name === 'SerializationError')
}

/** Runs the stage. Rejects if aborted, and with a DependencyError, because it would affect every part of the batch. */
export async function isolate<Item, Result>(
  items: readonly Item[],
  stage: (items: readonly Item[]) => Promise<Result>,
  signal: AbortSignal,
): Promise<Isolated<Item, Result>> {
  if (items.length === 0) return { results: [], failed: [] }
  try {
    return { results: [await stage(items)], failed: [] }
  } catch (error) {
    if (signal.aborted || !isDefect(error)) throw error
    if (items.length === 1) return { results: [], failed: [{ item: items[0] as Item, error }] }
    const middle = Math.ceil(items.length / 2)
    const first = await isolate(items.slice(0, middle), stage, signal)
    const second = await isolate(items.slice(middle), stage, signal)
    return { results: [...first.results, ...second.results], failed: [...first.failed, ...second.failed] }
  }
}
