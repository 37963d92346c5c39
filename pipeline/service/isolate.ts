// A stage over a batch that throws for a reason of its own, a defect, would throw again at every delivery. It runs again on
// halves, so that only the events fail that make it throw. Stages may meet events again: storing and merging are idempotent.
import { DependencyError } from '../errors/dependency-error.ts'

export interface Isolated<Item, Result> {
  /** What the stage made of the parts on which it did not throw, in their order. */
  readonly results: Result[]
  readonly failed: { readonly item: Item; readonly error: unknown }[]
}

/**
 * True for an error that depends on the events. An answer of a server, or an error that the client may raise for every
 * request, is none: it would turn the whole batch into dead letters.
 */
function isDefect(error: unknown): boolean {
  if (!(error instanceof DependencyError)) return true
  const { cause } = error
  return cause instanceof RangeError || (cause instanceof Error && cause.name === 'SerializationError')
}

/** Runs the stage; rejects for an abort or a DependencyError, which no part of the batch would escape. */
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
