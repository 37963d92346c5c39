// A new-terms rule: alerts on the first document with a combination of values that is new since the history began.
import { dayMs, hourMs } from '../../../mappings/kernel/durations.ts'
import { combinations } from '../query/combinations.ts'
import { type Clock, durationText, runAfter } from '../schedule.ts'
import type { Entry, Evaluator, Finding } from './evaluator.ts'
import type { TermsOf } from './terms.ts'

export interface NewTermsOptions {
  readonly clock: Clock
  readonly fields: ReadonlyMap<string, TermsOf>
  /** Milliseconds from the start of the history to the run. */
  readonly history: number
  /** Returns the epoch milliseconds at which the stream of a dataset begins. */
  readonly begin: (dataset: string) => number
}

/** A new application: no record in this share of the history, or first seen later, acting without user or grant. */
const enough = 2 / 3

/**
 * Evaluates a new-terms rule. A run reports a combination as new if its first document since the start of the history
 * is within the range of the run. A document is therefore new in the first run that still reads it and whose history
 * begins after the previous document. One instant for each combination is enough.
 */
export function evaluateNewTerms({ clock, fields, history, begin }: NewTermsOptions): Evaluator {
  const names = [...fields.keys()]
  const readers = [...fields.values()]
  const lastSeen = new Map<string, number>()
  let pruned = Number.NEGATIVE_INFINITY
  /** Reasons for no final alert: the longest history that was too short, and the values that were not new. */
  let took = false
  let available: number | undefined
  let known: readonly string[] | undefined

  function forgetBefore(since: number): void {
    for (const [key, last] of lastSeen) if (last < since) lastSeen.delete(key)
  }

  function firstRun(visible: number, last: number): number | undefined {
    const first = runAfter(visible, clock)
    const steps = Math.floor((last + history - first) / clock.interval) + 1
    const at = steps > 0 ? first + steps * clock.interval : first
    return at <= visible + clock.reach ? at : undefined
  }

  function judge(entry: Entry, values: readonly string[]): Finding | undefined {
    const key = JSON.stringify(values)
    const at = firstRun(entry.visible, lastSeen.get(key) ?? Number.NEGATIVE_INFINITY)
    lastSeen.set(key, entry.visible)
    if (at === undefined) {
      known = values
      return undefined
    }
    const terms = Object.fromEntries(names.map((name, i) => [name, values[i] as string]))
    const span = at - begin(entry.dataset)
    if (span < history) available = Math.max(span, available ?? 0)
    const { grant, app, action } = entry.document.oauth ?? {}
    // The log has all uses by an application that was registered, or got a never-used permission, in the log's period.
    const ungranted = grant?.app_only === true && grant.known === false
    // An application that is as old as this unused grant has no earlier activity.
    const isFirstUse = grant?.known === true && grant.used === false && grant.age_days === app?.age_days
    const newFor = app?.age_days === undefined || ungranted || isFirstUse ? (app?.age_days ?? 0) * dayMs : history
    const unseen = Math.min(enough * history + newFor, history)
    const least = Math.min(unseen, (app?.registered_hours ?? Number.POSITIVE_INFINITY) * hourMs)
    const isUse = (action === 'app_use' || action === 'app_install') && names.includes('service.id')
    const settled = span >= (isUse ? least : history) || (grant?.app_only === true && grant.used === false)
    return { at, entries: [entry], terms, settled }
  }

  function shortfall(): string | undefined {
    if (!took) return undefined
    if (available !== undefined)
      return `history shorter than the window: ${durationText(available)} of ${durationText(history)}`
    if (known === undefined) return `no matching document has ${names.join(' and ')}`
    return `${names.map((name, i) => `${name} ${JSON.stringify(known?.[i])}`).join(' with ')} is not new within ${durationText(history)}`
  }

  return {
    due: Number.POSITIVE_INFINITY,
    take(entry) {
      took = true
      if (entry.visible - pruned > history) {
        forgetBefore(entry.visible - history)
        pruned = entry.visible
      }
      return combinations(readers, entry.document).flatMap((values) => judge(entry, values) ?? [])
    },
    run: () => [],
    shortfall,
  }
}
