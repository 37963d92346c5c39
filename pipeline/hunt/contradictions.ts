// Records with the same ID and time but different facts. Two log sources write a record with small differences, and one may
// shorten it. Therefore, only a fact with different values in both records is a contradiction, and only an item that the
// stored record lacks although it lists others.
import { isDeepStrictEqual } from 'node:util'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { takenItems } from './evidence/taken-items.ts'

/** The ID of an account in Google exports without IDs is its address. */
const accountId = (id: string | undefined): string | undefined => (id?.includes('@') === true ? undefined : id)

const factsOf = ({ event, source, user, oauth, file }: EcsDocument): readonly (string | undefined)[] => [
  event.outcome === 'unknown' ? undefined : event.outcome,
  source?.ip,
  user?.email?.toLowerCase(),
  accountId(user?.id)?.toLowerCase(),
  oauth?.action,
  oauth?.app?.id,
  file?.name,
  oauth?.activity?.method,
]

const itemsOf = (document: EcsDocument): string[] =>
  takenItems(document).flatMap(({ type, item }) => (type === 'message' || type === 'chat' ? [item] : []))

/** The first value in the stored document and its other value in the dropped one; undefined without a contradiction. */
function difference(kept: EcsDocument, dropped: EcsDocument): readonly [string, string] | undefined {
  const others = factsOf(dropped)
  for (const [i, fact] of factsOf(kept).entries()) {
    const other = others[i]
    if (fact !== undefined && other !== undefined && fact !== other) return [fact, other]
  }
  const items = itemsOf(kept)
  const known = new Set(items)
  const lost = itemsOf(dropped).find((item) => !known.has(item))
  return items[0] === undefined || lost === undefined ? undefined : [items[0], lost]
}

/** The `event.id`, the operation and the application of two records, and the values of the first fact that differs. */
interface Contradiction {
  readonly id: string
  readonly operation: string
  /** Empty if the records name no application. */
  readonly application: string
  readonly stored: string
  readonly other: string
}

const mostExamples = 5
/** The most characters of an ID or a value in an example. */
const mostText = 100

export class Contradictions {
  readonly #examples: Contradiction[] = []
  #count = 0

  get found(): { readonly count: number; readonly examples: readonly Contradiction[] } {
    return { count: this.#count, examples: this.#examples }
  }

  compare(kept: EcsDocument, dropped: EcsDocument): void {
    const values = difference(kept, dropped)
    if (values === undefined) return
    this.#count++
    if (this.#examples.length >= mostExamples) return
    const { event, oauth } = kept
    const [stored, other] = values
    const application = oauth?.app?.name ?? oauth?.app?.first_party_name ?? oauth?.app?.id ?? ''
    const texts = { id: event.id ?? '', operation: event.action ?? '', application, stored, other }
    const short = Object.entries(texts).map(([name, text]) => [name, text.slice(0, mostText)])
    const example = Object.fromEntries(short) as Contradiction
    if (!this.#examples.some((known) => isDeepStrictEqual(known, example))) this.#examples.push(example)
  }
}
