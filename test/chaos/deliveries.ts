// The records of all stories, and the ways in which they may arrive.
import type { Product } from '../../pipeline/cli/check.ts'
import { processText } from '../../pipeline/hunt/golden.ts'
import { sampleText } from '../../pipeline/hunt/proof.ts'
import { retell } from '../../rules/lib/story.ts'
import { shuffled } from '../support/dice.ts'

/** How many parts the stories are told in. */
export const parts = 4

/**
 * The raw texts of a part of the stories, in order of what happened. All stories are about the same few people and
 * applications, and memory keeps the newest facts of each alone: all at once they would be more than happens to anybody,
 * and what is kept then depends on when it was told. Two stories may say different things of one object in one
 * snapshot of an inventory, which no inventory does: there the first is told.
 */
export function storyTexts(product: Product, part: number): string[] {
  const told = new Map<string, string>()
  return product.stories
    .filter((_, i) => i % parts === part % parts)
    .flatMap(({ value }) => retell(value, (reference) => sampleText(product.evidence, reference)))
    .flatMap(({ raw }) => {
      const [first] = processText(raw, 'story', product.chain)
      if (!first?.ok) return [{ raw, at: '' }]
      if ((told.get(first.id) ?? raw) !== raw) return []
      told.set(first.id, raw)
      return [{ raw, at: first.document['@timestamp'] ?? '' }]
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ raw }) => raw)
}

export const orders = ['in order', 'backward', 'shuffled'] as const
export type Order = (typeof orders)[number]

/** The texts as they arrive: in this order, and some of them a second time, later. */
export function deliver(texts: readonly string[], order: Order, roll: (below: number) => number): string[] {
  const first = order === 'in order' ? [...texts] : order === 'backward' ? [...texts].reverse() : shuffled(texts, roll)
  const again = first.filter(() => roll(4) === 0)
  return order === 'shuffled' ? shuffled([...first, ...again], roll) : [...first, ...again]
}
