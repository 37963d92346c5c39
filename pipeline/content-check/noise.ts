// Measures the number of alerts on the benign baseline: the rendered records pass through the chain, the entity store
// and the rules, once in event order and once in arrival order.

import type { Environment } from '../../mappings/environment/environment.ts'
import { latenessOf } from '../../rules/lib/baseline/lateness.ts'
import { monthOf } from '../../rules/lib/baseline/plan.ts'
import { type Alert, compileRules, type Entry, type RuleEngine } from '../../rules/lib/engine.ts'
import { fieldsRead } from '../../rules/lib/fields-read.ts'
import { noiseOf, type RuleNoise } from '../../rules/lib/noise.ts'
import type { FieldCatalog } from '../../rules/lib/query/catalog.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import type { Chain } from '../chain.ts'
import { makeInMemoryRun } from '../findings/virtual-passes.ts'
import { Counter } from '../hunt/counter.ts'
import { hunt } from '../hunt/hunt.ts'
import { type Baseline, baselineRecords } from './baseline.ts'
import { alertsOf } from './proof.ts'

export interface Noise {
  readonly days: number
  readonly events: number
  /** `alerts` counts in event order; `alertsAsArrived` counts in arrival order. */
  readonly alerts: number
  readonly alertsAsArrived: number
  /** The counts of each rule, in the order with more alerts. */
  readonly rules: readonly RuleNoise[]
}

export interface NoiseOptions {
  readonly baseline: Baseline
  readonly rules: readonly Rule[]
  readonly chain: Chain
  readonly catalog: FieldCatalog
  readonly environment: Environment
}

/** Counts the alerts of the month; the time before it is history and not counted. */
export async function measureNoise(options: NoiseOptions): Promise<Noise> {
  const { baseline, rules, chain, environment } = options
  const { begin, end } = monthOf(baseline.tenant)
  const within = (timestamp: string | undefined) => {
    const time = Date.parse(timestamp ?? '')
    return begin <= time && time < end
  }
  const stages = makeInMemoryRun({ environment, fields: fieldsRead(rules) })
  let events = 0
  const engine = compileRules(rules, environment, options.catalog)
  const seen: Entry[] = []
  const count = (into: Counter, batch: readonly Alert[]) => {
    for (const { '@timestamp': at, rule } of batch) if (within(at)) into.add(rule.id)
  }
  const happened = new Counter()
  await hunt({
    values: baselineRecords(baseline),
    chain,
    rules,
    engine: keeping(engine, seen),
    environment,
    ...stages,
    judgesLogSources: true,
    output: {
      async documents({ documents }) {
        for (const document of documents) if (within(document['@timestamp'])) events++
      },
      async alerts(batch) {
        count(happened, batch)
      },
      async deadLetters(letters) {
        const [letter] = letters
        if (letter !== undefined) throw new Error(`${baseline.tenant.id}: ${letter.code}: ${letter.detail}`)
      },
    },
  })
  const arrived = new Counter()
  count(arrived, alertsOf(engine, asItArrives(seen)))
  const most = (id: string) => Math.max(happened.of(id), arrived.of(id))
  return {
    days: baseline.tenant.month.days,
    events,
    alerts: happened.total,
    alertsAsArrived: arrived.total,
    rules: rules.map((rule) => noiseOf(rule, most(rule.id), events)),
  }
}

/** Returns the same engine, which also records each document that any rule matches. */
function keeping(engine: RuleEngine, seen: Entry[]): RuleEngine {
  return {
    ...engine,
    start(options) {
      const run = engine.start(options)
      return {
        take(entry) {
          if (engine.match(entry.document, entry.dataset).length > 0) seen.push(entry)
          return run.take(entry)
        },
        end: () => run.end(),
        shortfall: (rule) => run.shortfall(rule),
        isWatched: (alert) => run.isWatched(alert),
      }
    },
  }
}

/**
 * Returns late documents, each with its own delay and therefore out of order. Their annotations are the final ones of
 * the service, which corrects documents after a late record.
 */
function asItArrives(entries: readonly Entry[]): Entry[] {
  return entries
    .map((entry) => ({ ...entry, visible: entry.visible + latenessOf(entry.id) }))
    .sort((a, b) => a.visible - b.visible || (a.id < b.id ? -1 : 1))
}
