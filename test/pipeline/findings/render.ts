// Renders scenarios for the pass on a virtual clock, and returns its findings.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { processText } from '../../../pipeline/content-check/samples.ts'
import { defaultLookBackMs, makeInMemoryRun } from '../../../pipeline/findings/virtual-passes.ts'
import { fieldsRead } from '../../../rules/lib/fields-read.ts'
import type { Step } from '../../../rules/lib/scenario.ts'
import { product, recordsOf, rules } from '../../support/product.ts'

const { chain, environment } = product
const fields = fieldsRead(rules)

const start = '2026-03-02T09:00:00.000Z'

/** Returns a time in a scenario: hours after its start. */
export const hour = (hours: number): string => new Date(Date.parse(start) + hours * 3_600_000).toISOString()

interface RenderOptions {
  /** If set, records come by arrival, and judging waits `latenessHours`; otherwise records come by event time. */
  readonly arriving?: { readonly latenessHours: number }
}

/** The findings of a scenario of these steps, in the order in which they are found. */
export async function findingsOf(steps: readonly Step[], { arriving }: RenderOptions = {}): Promise<EcsDocument[]> {
  const recorded = recordsOf({ id: 'm365/rendered', title: 'Rendered', start, steps })
  const order = arriving === undefined ? [...recorded].sort((a, b) => (a.at < b.at ? -1 : 1)) : recorded
  const { updateEntities, passes } = makeInMemoryRun({
    environment,
    fields,
    ...(arriving !== undefined && { latenessMs: arriving.latenessHours * 3_600_000, lookBackMs: defaultLookBackMs }),
  })
  const found: EcsDocument[] = []
  const until = async (time: string) => {
    for (const { findings } of await passes.until(Date.parse(time)))
      found.push(...findings.map((each) => each.document))
  }
  const seen = new Set<string>()
  for (const { raw, at, delivered } of order) {
    await until(arriving === undefined ? at : delivered)
    const events = processText(raw, 'recorded', chain).filter((outcome) => outcome.ok && !seen.has(outcome.id))
    for (const event of events) {
      if (!event.ok) continue
      seen.add(event.id)
      passes.see(await updateEntities([event]))
    }
  }
  if (arriving !== undefined) {
    const last = Math.max(...recorded.map(({ at }) => Date.parse(at)))
    await until(new Date(last + arriving.latenessHours * 3_600_000).toISOString())
    const end = Math.max(last, ...recorded.map(({ delivered }) => Date.parse(delivered)))
    found.push(...(await passes.late(end)).map((each) => each.document))
  }
  return found
}

export const somebodyElse = (at: string): Step => ({
  sample: 'm365/sign-in',
  at,
  replace: { 'mara.voss': 'ines.carver', e2f4c6a8: '91d6c3b8' },
})
