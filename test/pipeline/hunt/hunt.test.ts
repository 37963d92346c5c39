import { expect, it } from 'vitest'
import { fieldCatalog } from '../../../pipeline/catalog.ts'
import { sampleText } from '../../../pipeline/content-check/proof.ts'
import { makeInMemoryRun } from '../../../pipeline/findings/in-memory-run.ts'
import { hunt } from '../../../pipeline/hunt/hunt.ts'
import { makeView } from '../../../pipeline/hunt/view/view.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import { compileRules } from '../../../rules/lib/engine.ts'
import { renderScenario, type Step } from '../../../rules/lib/scenario.ts'
import { product } from '../../support/product.ts'

const { chain, environment, evidence, mappings } = product
const rules = product.rules.map(({ value }) => value)

async function* values(texts: readonly string[]) {
  for (const [i, text] of texts.entries()) yield [{ delivery: { source: 'log', offset: String(i) }, text }]
}

/** How many documents of each dataset a hunt has of these raw records. */
async function documentsOf(texts: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const { updateEntities, passes } = makeInMemoryRun({ environment })
  const { documents } = await hunt({
    values: values(texts),
    chain,
    rules: [],
    engine: compileRules([], environment, fieldCatalog(mappings)),
    environment,
    updateEntities,
    passes,
    output: { documents: async () => {}, alerts: async () => {}, deadLetters: async () => {} },
  })
  return documents
}

it('a hunt assumes no time between the end of a log and a later inventory', async () => {
  const signIns: Step = { sample: 'm365/sign-in', at: 'PT0S', repeat: { every: 'PT8H', times: 60 } }
  const mail: Step = { sample: 'm365/mail-items-accessed-bind', at: 'P30D' }
  const recorded = (steps: readonly [Step, ...Step[]]) =>
    renderScenario({ id: 'm365/rendered', title: 'Rendered', start: '2026-03-02T09:00:00Z', steps }, (name) =>
      sampleText(evidence, name),
    ).map(({ raw }) => raw)
  // It was taken weeks after the last sign-in.
  const inventory = sampleText(evidence, 'entra/inventory-service-principal-unverified')
  expect(await documentsOf([...recorded([signIns]), inventory])).toEqual({ 'azure.inventory': 1, 'o365.audit': 60 })
  expect(await documentsOf(recorded([signIns, mail]))).toEqual({ 'consentry.findings': 1, 'o365.audit': 61 })
})

it('a view that leaves out nothing shows every alert, also under the names that the record lacks', async () => {
  const { updateEntities, passes } = makeInMemoryRun({ environment })
  const alerts: Alert[] = []
  const { view } = await hunt({
    values: values([sampleText(evidence, 'm365/consent-tenant-wide')]),
    chain,
    rules,
    engine: compileRules(rules, environment, fieldCatalog(mappings)),
    environment,
    updateEntities,
    passes,
    nameAlert: (alert) => ({ ...alert, reason: 'with names' }),
    view: { see: () => {}, open: () => makeView({ minSeverity: 'low' }) },
    output: {
      documents: async () => {},
      alerts: async (batch) => {
        alerts.push(...batch)
      },
      deadLetters: async () => {},
    },
  })
  expect(alerts.map(({ reason }) => reason.split(';')[0])).toContain('with names')
  expect(view).toMatchObject({ hiddenAlerts: 0, hiddenDocuments: 0 })
})
