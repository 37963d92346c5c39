// The findings of the same records do not depend on the order in which the records arrive.
import { expect, it } from 'vitest'
import { hourMs } from '../../../mappings/kernel/durations.ts'
import { canonicalJson, type Json } from '../../../mappings/kernel/json.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import type { Finding } from '../../../pipeline/findings/finding.ts'
import { InMemoryHistory } from '../../../pipeline/findings/in-memory-history.ts'
import { findUnusual } from '../../../pipeline/findings/pass.ts'
import { defaultFindingSettings } from '../../../pipeline/findings/settings.ts'
import { defaultLookBackMs, makeInMemoryRun } from '../../../pipeline/findings/virtual-passes.ts'
import { differing, prepare } from '../../../pipeline/late-data/difference.ts'
import { fieldsRead } from '../../../rules/lib/fields-read.ts'
import { scenarioTexts } from '../../chaos/deliveries.ts'
import { findingsOn, spanOf } from '../../chaos/due.ts'
import { isDeep, sampleOf } from '../../support/deep.ts'
import { dice, shuffled } from '../../support/dice.ts'
import { eventsOf, product, rules } from '../../support/product.ts'

const { environment } = product
const fields = fieldsRead(rules)

const parts = 24
/** Returns new events of a part of the scenarios. */
const eventsIn = (part: number) => eventsOf(scenarioTexts({ part, of: parts }))
const timeOf = ({ document }: EntityEvent): number => Date.parse(document['@timestamp'] ?? '')

/** Returns the findings for events in this order, a few at a time, with late facts corrected as in the service. */
async function complete(events: readonly EntityEvent[]): Promise<Finding[]> {
  const store = new InMemoryStore()
  const updateEntities = makeUpdateEntities(store, environment)
  for (let i = 0; i < events.length; i += 7) await updateEntities(events.slice(i, i + 7))
  const stored = prepare(events.map((event) => ({ of: event, id: event.id, document: event.document })))
  const corrected = new Map(differing(stored, store, environment).map(({ of, document }) => [of, document]))
  const history = new InMemoryHistory({ store, fields, keepsUses: true })
  const current = events.map((event) => {
    const document = corrected.get(event)
    return document === undefined ? event : { ...event, document }
  })
  for (const event of current) history.see(event)
  const options = { history, settings: defaultFindingSettings, environment }
  return [
    ...(await findingsOn(current, history, environment)),
    ...(await findUnusual(options, spanOf(current), 0)).filter((finding) => kindOf(finding) !== 'volume'),
  ]
}

/** Returns the findings of the passes that run while the events arrive, each with its delay. */
async function arriving(events: readonly EntityEvent[], delays: readonly number[]): Promise<Finding[]> {
  const arrival = { latenessMs: 6 * hourMs, lookBackMs: defaultLookBackMs }
  const { updateEntities, passes } = makeInMemoryRun({ environment, fields, ...arrival })
  const deliveries = events.map((event, i) => ({ event, at: timeOf(event) + (delays[i] ?? 0) }))
  const found: Finding[] = []
  const until = async (time: number) => {
    for (const { findings } of await passes.until(time)) found.push(...findings)
  }
  for (const { event, at } of deliveries.sort((a, b) => a.at - b.at)) {
    await until(at)
    passes.see(await updateEntities([event]))
  }
  await until(Math.max(...deliveries.map(({ at }) => at)) + 40 * 24 * hourMs)
  return found
}

const texts = (findings: readonly Finding[]): string[] =>
  findings.map(({ document }) => canonicalJson(document as Json)).sort()

const kindOf = ({ document }: Finding) => document.oauth?.finding?.kind

it.each(
  sampleOf(
    Array.from({ length: parts }, (_, part) => part),
    24,
  ),
)('part %i of the scenarios ends in the same findings in whatever order it comes', async (part) => {
  const expected = texts(await complete(eventsIn(part)))
  for (const seed of isDeep ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [1]) {
    const events = shuffled(eventsIn(part), dice(part * 100 + seed))
    expect(texts(await complete(events))).toEqual(expected)
  }
  expect(texts(await complete(eventsIn(part).reverse()))).toEqual(expected)
})

/**
 * Passes that ran while the records arrived in different orders must agree on the set of findings, but not on their
 * content. A pass describes a finding with the facts known at that time, and a later record may name the application. A
 * use that arrives before the end of its account is a separate finding, while a use that arrives later has its own
 * annotations: the comparison above covers these.
 */
const raised = (findings: readonly Finding[]): string[] =>
  findings
    .filter((finding) => kindOf(finding) !== 'use_after_end')
    .map((finding) => `${kindOf(finding)} ${finding.id}`)
    .sort()

it.each(sampleOf([0, 10], 2))(
  'passes that run while records come find the same where none is later than they wait for (part %i)',
  async (part) => {
    const events = eventsIn(part)
    const expected = raised(await arriving(events, []))
    expect(expected.length).toBeGreaterThan(0)
    const roll = dice(part + 1)
    const delays = events.map(() => roll(6 * hourMs))
    expect(raised(await arriving(eventsIn(part), delays))).toEqual(expected)
  },
)
