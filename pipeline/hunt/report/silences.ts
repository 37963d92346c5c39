// Gaps in the records of a log source, with their first and last time: a finding only has the time at which it fell due.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { dayMs, hourMs } from '../../../mappings/kernel/durations.ts'
import { time } from '../../entity-store/age.ts'
import { cut, hasRoom } from './kept.ts'
import { limits } from './limits.ts'
import { tenantOf } from './tallies.ts'
import { count } from './words.ts'

interface Silence {
  readonly log: string
  readonly from: string
  /** The longest silence before, in hours. */
  readonly longest: number
  until?: string
}

export class Silences {
  /** The time of the last act on applications, by log source. */
  readonly #last = new Map<string, { readonly log: string; at: string }>()
  readonly #open = new Map<string, Silence>()
  readonly #all: Silence[] = []

  /** Receives the documents in order of time. */
  see(document: EcsDocument): void {
    const { event, message, oauth } = document
    const at = document['@timestamp'] ?? ''
    if (oauth?.finding?.kind === 'log_source_silent') {
      for (const [key, { log, at: from }] of this.#last) {
        if (message?.startsWith(`${log} has `) !== true || !key.startsWith(`${tenantOf(document)}|`)) continue
        const silence = { log, from, longest: oauth.finding.baseline ?? 0 }
        if (this.#open.has(key) || this.#all.length >= limits.noted) continue
        this.#open.set(key, silence)
        this.#all.push(silence)
      }
      return
    }
    if (oauth?.action === undefined) return
    const log = `${event.dataset} (${event.provider ?? ''})`
    const key = `${tenantOf(document)}|${log}`
    const open = this.#open.get(key)
    if (open !== undefined) {
      open.until = at
      this.#open.delete(key)
    }
    if (hasRoom(this.#last, key, limits.noted)) this.#last.set(key, { log: cut(log, limits.name), at })
  }

  /** The longest ones first. A log that ends early looks like a gap until the end of the other logs. */
  inWords(): string[] {
    const hours = ({ from, until }: Silence) =>
      until === undefined ? Number.POSITIVE_INFINITY : (Date.parse(until) - Date.parse(from)) / hourMs
    return [...this.#all]
      .sort((a, b) => hours(b) - hours(a))
      .map((silence) => {
        const { from, log, longest, until } = silence
        const end =
          until === undefined ? 'to the end of the records' : `to ${time(until)} (${lengthOf(hours(silence))})`
        return `no records about applications in ${log} from ${time(from)} ${end}; the longest gap before was ${lengthOf(longest)}`
      })
  }
}

function lengthOf(hours: number): string {
  const days = Math.floor((hours * hourMs) / dayMs)
  return days >= 2 ? count(days, 'day') : count(Math.round(hours), 'hour')
}
