// Answers questions about the tier of a grant by rank.
import { isTier, type Tier, tiers } from '../../mappings/fields/oauth.ts'
import { tierRank } from '../../mappings/knowledge/permissions.ts'
import { allOf, always, type Native, never, noneOf } from './native.ts'
import { type Answer, type Context, valuesOf } from './question.ts'

/** Returns the condition for a tier of at least this level. */
type AtLeast = (least: Exclude<Tier, 'low'>, context: Context) => Native

/** Answers a question for consecutive tiers. */
export function tierAnswer(atLeast: AtLeast): Answer {
  return (asked, context) => {
    const ranks = valuesOf(asked)
      .filter(isTier)
      .map((tier) => tierRank(tier))
    if (ranks.length === 0) return undefined
    const lowest = Math.min(...ranks)
    const highest = Math.max(...ranks)
    if (new Set(ranks).size !== highest - lowest + 1) return undefined
    return between(lowest, highest, context, atLeast)
  }
}

/** Answers `oauth.grant.tier_rank >= n`. */
export function rankAnswer(atLeast: AtLeast): Answer {
  return (asked, context) => {
    const least = asked.kind === 'range' ? /^>= "?(\d)"?$/.exec(asked.text)?.[1] : undefined
    return least === undefined ? undefined : between(Number(least), tiers.length - 1, context, atLeast)
  }
}

function between(lowest: number, highest: number, context: Context, atLeast: AtLeast): Native {
  const from = (rank: number): Native => {
    const tier = tiers[tiers.length - 1 - rank]
    if (tier === undefined) return never
    return tier === 'low' ? always : atLeast(tier, context)
  }
  return allOf([from(lowest), noneOf(from(highest + 1))])
}
