// Runs the pack over the records of a campaign: the same stages as a hunt, in memory.

import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { fieldCatalog } from '../../pipeline/catalog.ts'
import { makeChain } from '../../pipeline/chain.ts'
import type { Product } from '../../pipeline/content-check/check.ts'
import { makeInMemoryRun } from '../../pipeline/findings/virtual-passes.ts'
import { hunt } from '../../pipeline/hunt/hunt.ts'
import type { DeadLetter } from '../../pipeline/outcome.ts'
import type { RawRecord } from '../../rules/campaigns/campaign.ts'
import { alertsDataset } from '../../rules/lib/datasets.ts'
import { type Alert, compileRules } from '../../rules/lib/engine.ts'
import { fieldsRead } from '../../rules/lib/fields-read.ts'
import { isShipped } from '../../rules/lib/rule.ts'

export interface CampaignRun {
  /** Alerts for which the history was long enough. */
  readonly alerts: readonly Alert[]
  /** Ids of the rules that read alerts of others. */
  readonly correlations: ReadonlySet<string>
  readonly deadLetters: readonly DeadLetter[]
}

const environment = emptyEnvironment

export type RunCampaign = (name: string, records: readonly RawRecord[]) => Promise<CampaignRun>

/** Compiles the pack once for all campaigns; each run begins with an empty entity store. */
export function makeRunCampaign(product: Product): RunCampaign {
  const rules = product.rules.map(({ value }) => value).filter(isShipped)
  const chain = makeChain(product.mappings, environment)
  const engine = compileRules(rules, environment, fieldCatalog(product.mappings))
  const correlations = new Set(rules.filter(({ datasets }) => datasets.includes(alertsDataset)).map(({ id }) => id))
  return async (name, records) => {
    const stages = makeInMemoryRun({ environment, fields: fieldsRead(rules) })
    const alerts: Alert[] = []
    const deadLetters: DeadLetter[] = []
    await hunt({
      values: batches(name, records),
      chain,
      rules,
      engine,
      environment,
      ...stages,
      output: {
        async documents() {},
        async alerts(batch) {
          alerts.push(...batch.filter(({ settled }) => settled))
        },
        async deadLetters(batch) {
          deadLetters.push(...batch)
        },
      },
    })
    return { alerts, correlations, deadLetters }
  }
}

async function* batches(name: string, records: readonly RawRecord[]) {
  const size = 500
  for (let from = 0; from < records.length; from += size)
    yield records
      .slice(from, from + size)
      .map((record, i) => ({ delivery: { source: name, offset: String(from + i) }, text: JSON.stringify(record) }))
}
