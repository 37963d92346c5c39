// How the event names of a stream are classified: a list of classes, each a category, a type and its names.
import type { ValueOf } from '../../fields/document.ts'

export interface EventClass {
  readonly category: ValueOf<'event.category'>
  readonly type: ValueOf<'event.type'>
  readonly names: readonly string[]
}

/** Lookups from event name to event.category and event.type. Throws when a name stands in two classes. */
export function eventLookups(classes: readonly EventClass[]) {
  const category: Record<string, EventClass['category']> = {}
  const type: Record<string, EventClass['type']> = {}
  for (const { names, ...values } of classes)
    for (const name of names) {
      if (category[name] !== undefined) throw new Error(`${name} stands in two classes of events`)
      category[name] = values.category
      type[name] = values.type
    }
  return { category, type }
}
