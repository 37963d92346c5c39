// How much rules say about a month in which nothing is wrong: told on the fly, run through the real chain, memory and rules.
import type { Environment } from '../../mappings/environment/environment.ts'
import { compileRules } from '../../rules/lib/engine.ts'
import { fieldsRead } from '../../rules/lib/fields-read.ts'
import { noiseOf, type RuleNoise } from '../../rules/lib/noise.ts'
import type { FieldCatalogue } from '../../rules/lib/query/catalogue.ts'
import { monthOf } from '../../rules/lib/quiet/plan.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import type { Chain } from '../chain.ts'
import { MemoryHistory } from '../findings/memory-history.ts'
import { defaultFindingSettings } from '../findings/settings.ts'
import { VirtualPasses } from '../findings/virtual-passes.ts'
import { InMemoryStore } from '../remember/memory-store.ts'
import { makeRemember } from '../remember/remember.ts'
import { hunt } from './hunt.ts'
import { type Quiet, quietRecords } from './quiet.ts'

/** What all rules together say. */
export interface Noise {
  readonly days: number
  readonly events: number
  readonly alerts: number
  readonly rules: readonly RuleNoise[]
}

export interface NoiseOptions {
  readonly quiet: Quiet
  readonly rules: readonly Rule[]
  readonly chain: Chain
  readonly catalogue: FieldCatalogue
  readonly environment: Environment
}

/** Counts the alerts of the month; the time before it is history and not counted. */
export async function measureNoise(options: NoiseOptions): Promise<Noise> {
  const { quiet, rules, chain, environment } = options
  const { begin, end } = monthOf(quiet.tenant)
  const within = (timestamp: string | undefined) => {
    const time = Date.parse(timestamp ?? '')
    return begin <= time && time < end
  }
  const store = new InMemoryStore()
  const history = new MemoryHistory({ store, fields: fieldsRead(rules) })
  let events = 0
  const alerts = new Map<string, number>()
  await hunt({
    values: quietRecords(quiet),
    chain,
    rules,
    engine: compileRules(rules, environment, options.catalogue),
    environment,
    remember: makeRemember(store, environment),
    passes: new VirtualPasses({ history, settings: defaultFindingSettings, environment }),
    output: {
      async documents({ documents }) {
        for (const document of documents) if (within(document['@timestamp'])) events++
      },
      async alerts(batch) {
        for (const { '@timestamp': at, rule } of batch)
          if (within(at)) alerts.set(rule.id, (alerts.get(rule.id) ?? 0) + 1)
      },
      async deadLetters(letters) {
        const [letter] = letters
        if (letter !== undefined) throw new Error(`${quiet.tenant.id}: ${letter.code}: ${letter.detail}`)
      },
    },
  })
  const said = rules.map((rule) => noiseOf(rule, alerts.get(rule.id) ?? 0, events))
  return {
    days: quiet.tenant.month.days,
    events,
    alerts: said.reduce((sum, each) => sum + each.alerts, 0),
    rules: said,
  }
}
