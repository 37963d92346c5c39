// The benign baseline: a month of the organization of the samples, rendered as raw records on demand.
import { loadContent } from '../../mappings/kernel/discover.ts'
import { render } from '../../rules/lib/baseline/render.ts'
import type { Routine, Tenant } from '../../rules/lib/baseline/routine.ts'
import type { RawValue } from '../outcome.ts'
import { type EvidenceStore, sampleText } from './proof.ts'

export interface Baseline {
  readonly tenant: Tenant
  readonly routines: readonly Routine[]
  readonly evidence: EvidenceStore
}

export async function loadBaseline(evidence: EvidenceStore): Promise<Baseline> {
  const [tenant, second] = (await loadContent<Tenant>('rules', 'tenant')).map((content) => content.value)
  if (tenant === undefined || second !== undefined) throw new Error('only one tenant can be rendered')
  const routines = (await loadContent<Routine>('rules', 'routine')).map((content) => content.value)
  return { tenant, routines, evidence }
}

const batchSize = 500

/** The raw records of the month and of the time before it, in batches. */
export async function* baselineRecords({ tenant, routines, evidence }: Baseline): AsyncGenerator<readonly RawValue[]> {
  let batch: RawValue[] = []
  let offset = 0
  for (const { raw } of render(tenant, routines, (reference) => sampleText(evidence, reference))) {
    batch.push({ delivery: { source: tenant.id, offset: String(offset++) }, text: raw })
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  yield batch
}
