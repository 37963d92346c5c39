// Values to search for elsewhere, complete: the report shows the first of them only.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { Sightings } from '../report/kept.ts'
import { placeOf } from '../report/trail.ts'

/** Different values of each kind. */
const mostValues = 100_000

const kinds = ['client ID', 'object ID', 'redirect URI', 'key ID', 'address', 'user agent'] as const

export type IndicatorRow = readonly [
  kind: string,
  value: string,
  count: string,
  first: string,
  last: string,
  note: string,
]

export class IndicatorValues {
  readonly #kinds = new Map(kinds.map((kind) => [kind, new Sightings(mostValues)]))

  see({ oauth, source, user_agent: agent, ...document }: EcsDocument): void {
    const at = document['@timestamp'] ?? ''
    const add = (kind: (typeof kinds)[number], value: string | undefined, note?: string) => {
      if (value !== undefined && value !== '') this.#kinds.get(kind)?.add(value, at, note)
    }
    add('client ID', oauth?.app?.id, oauth?.app?.name)
    add('object ID', oauth?.app?.object_id, oauth?.app?.name)
    for (const uri of oauth?.redirect?.added ?? []) add('redirect URI', uri)
    if ((oauth?.credential?.added ?? 0) > 0) add('key ID', oauth?.credential?.id, oauth?.credential?.name)
    if (source?.ip !== undefined) add('address', source.ip, placeOf(source))
    add('user agent', agent?.original)
  }

  *rows(): Generator<IndicatorRow> {
    for (const [kind, sightings] of this.#kinds) {
      for (const { value, count, first, last, note = '' } of sightings.list())
        yield [kind, value, String(count), first, last, note]
      if (sightings.missed > 0) yield [kind, '', String(sightings.missed), '', '', 'sightings of further values']
    }
  }
}
