// Runs the pack over the records of a campaign: the same stages as a hunt, in memory.
import { emptyEnvironment as environment } from '../../mappings/environment/environment.ts'
import { makeChain } from '../../pipeline/chain.ts'
import type { DeadLetter } from '../../pipeline/outcome.ts'
import type { RawRecord } from '../../rules/campaigns/campaign.ts'
import { alertsDataset } from '../../rules/lib/datasets.ts'
import { type Alert, compileRules } from '../../rules/lib/engine.ts'
import { catalog, product, shippedRules as rules } from '../support/product.ts'
import { runHunt } from '../support/run-hunt.ts'

export interface CampaignRun {
  /** Alerts for which the history was long enough. */
  readonly alerts: readonly Alert[]
  /** Ids of the rules that read alerts of others. */
  readonly correlations: ReadonlySet<string>
  readonly deadLetters: readonly DeadLetter[]
}

export type RunCampaign = (name: string, records: readonly RawRecord[]) => Promise<CampaignRun>

/** Compiles the pack once for all campaigns; each run begins with an empty entity store. */
export function makeRunCampaign(): RunCampaign {
  const chain = makeChain(product.mappings, environment)
  const engine = compileRules(rules, environment, catalog)
  const correlations = new Set(rules.filter(({ datasets }) => datasets.includes(alertsDataset)).map(({ id }) => id))
  return async (source, records) => {
    const texts = records.map((record) => JSON.stringify(record))
    const { alerts, deadLetters } = await runHunt(texts, { source, chain, rules, engine, environment })
    return { alerts: alerts.filter(({ settled }) => settled), correlations, deadLetters }
  }
}
