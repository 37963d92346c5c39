// The records of all scenarios, and the ways in which they may arrive.
import { processText } from '../../pipeline/content-check/samples.ts'
import { isVisit } from '../../pipeline/entity-store/open-links.ts'
import { readSubject } from '../../pipeline/entity-store/subject.ts'
import { shuffled } from '../support/dice.ts'
import { product, recordsOf } from '../support/product.ts'

/** Part number `part` of `of` parts of the scenarios. */
export interface Part {
  readonly part: number
  readonly of: number
}

/**
 * The raw texts of a part of the scenarios, in order of their events. All scenarios use the same few people and
 * applications, and the entity store keeps only the newest facts of each: all scenarios at once would exceed its
 * limits, and the kept facts would then depend on the order of delivery. Two scenarios may contradict each other about
 * one object in one snapshot of an inventory, which no real inventory does: the first one wins.
 * Visits of strangers are left out: a visit that arrives before the record of its link has no correction, and the first
 * file to arrive does not count.
 */
export function scenarioTexts({ part, of }: Part): string[] {
  const recorded = new Map<string, string>()
  return product.scenarios
    .filter((_, i) => i % of === part % of)
    .flatMap(({ value }) => recordsOf(value))
    .flatMap(({ raw }) => {
      const [first] = processText(raw, 'scenario', product.chain)
      if (!first?.ok) return [{ raw, at: '' }]
      const subject = readSubject(first)
      if ((recorded.get(first.id) ?? raw) !== raw || (subject !== undefined && isVisit(subject))) return []
      recorded.set(first.id, raw)
      return [{ raw, at: first.document['@timestamp'] ?? '' }]
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ raw }) => raw)
}

export const orders = ['in order', 'backward', 'shuffled'] as const
export type Order = (typeof orders)[number]

/** Returns the texts in the order of their arrival. Some of the texts arrive a second time, later. */
export function deliver(texts: readonly string[], order: Order, roll: (below: number) => number): string[] {
  const first = order === 'in order' ? [...texts] : order === 'backward' ? [...texts].reverse() : shuffled(texts, roll)
  const again = first.filter(() => roll(4) === 0)
  return order === 'shuffled' ? shuffled([...first, ...again], roll) : [...first, ...again]
}

/** Cuts some of the texts so that they cannot become documents. */
export function poisonAmong(texts: readonly string[], roll: (below: number) => number): string[] {
  const cut = (text: string): string => text.slice(0, 1 + roll(text.length - 2)).replace(/[\ud800-\udbff]$/, '')
  // Dead letters do not keep blanks around a value.
  return texts.filter(() => roll(100) === 0).map((text) => cut(text).trimEnd())
}
