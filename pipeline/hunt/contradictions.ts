// Records with the same ID and time but different facts. Two log sources write a record with small differences, and one may
// shorten it. Therefore, only a fact with different values in both records is a contradiction.
import type { EcsDocument } from '../../mappings/fields/document.ts'

const factsOf = ({ event, source, user, oauth }: EcsDocument): readonly (string | undefined)[] => [
  event.outcome,
  source?.ip,
  user?.email?.toLowerCase(),
  user?.id?.toLowerCase(),
  oauth?.action,
  oauth?.app?.id,
]

export class Contradictions {
  readonly #found = { count: 0, example: '' }

  /** The number of contradictions, and the `event.id` of the first one. */
  get found(): { readonly count: number; readonly example: string } {
    return this.#found
  }

  /** Compares two documents by their JSON text. */
  compare(kept: Buffer, dropped: Buffer): void {
    const [one, other] = [kept, dropped].map((line) => JSON.parse(line.toString()) as EcsDocument) as [
      EcsDocument,
      EcsDocument,
    ]
    const others = factsOf(other)
    const isOther = (fact: string | undefined, i: number) =>
      fact !== undefined && others[i] !== undefined && fact !== others[i]
    if (!factsOf(one).some(isOther)) return
    if (this.#found.count++ === 0) this.#found.example = one.event.id ?? ''
  }
}
