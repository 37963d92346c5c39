// Consents in forms that a vendor could introduce. Consentry reads the consent as before, or the report of a hunt lists it.
import { expect, it } from 'vitest'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { isNewer } from '../../mappings/vendors/google-workspace/activity-table.ts'
import { sampleText } from '../../pipeline/content-check/proof.ts'
import { processText } from '../../pipeline/content-check/samples.ts'
import { lettersOfEvents } from '../../pipeline/decode/google.ts'
import { Collector } from '../../pipeline/hunt/report/collect.ts'
import { makeUnknowns } from '../../pipeline/hunt/report/unknowns.ts'
import { product } from '../support/product.ts'

type Change = (record: JsonObject) => void
interface Property {
  Name: string
  NewValue: string
}

const raw = (sample: string) => JSON.parse(sampleText(product.evidence, sample)) as JsonObject

function documentsOf(sample: string, change: Change) {
  const record = raw(sample)
  change(record)
  return processText(JSON.stringify(record), 'log', product.chain).flatMap((one) => (one.ok ? [one.document] : []))
}

function gapsOf(sample: string, change: Change): string[] {
  const collector = new Collector()
  collector.seen(documentsOf(sample, change))
  const contradictions = { count: 0, examples: [] }
  return makeUnknowns([], collector, { contradictions }).filter((gap) => gap.includes('Rules cannot assess'))
}

const properties = (record: JsonObject) => record.ModifiedProperties as unknown as Property[]
const setProperties = (record: JsonObject, change: (property: Property) => unknown) => {
  record.ModifiedProperties = properties(record).map(change) as JsonObject[]
}
const idOf = (record: JsonObject) => record.id as JsonObject
const eventOf = (record: JsonObject) => (record.events as JsonObject[])[0] as JsonObject

const m365 = 'm365/consent-user-mail'
const google = 'google-workspace/token-authorize-mail'

const readable: readonly (readonly [form: string, sample: string, change: Change])[] = [
  ['a record type that is not listed', m365, (record) => (record.RecordType = 9999)],
  ['no record type', m365, (record) => delete record.RecordType],
  ['the operation in a list', m365, (record) => (record.Operation = [record.Operation as string])],
  ['the operation in capital letters', m365, (record) => (record.Operation = String(record.Operation).toUpperCase())],
  [
    'changed properties in the spelling of Microsoft Graph',
    m365,
    (record) => setProperties(record, ({ Name, NewValue }) => ({ displayName: Name, newValue: NewValue })),
  ],
  [
    'changed properties as an object',
    m365,
    (record) => {
      record.ModifiedProperties = Object.fromEntries(
        properties(record).map(({ Name, NewValue }) => [Name, { NewValue }]),
      ) as JsonObject
    },
  ],
  [
    'changed values in lists',
    m365,
    (record) => setProperties(record, (property) => ({ ...property, NewValue: [property.NewValue] })),
  ],
  ['the event in capital letters', google, (record) => (eventOf(record).name = 'AUTHORIZE')],
  ['the application in capital letters', google, (record) => (idOf(record).applicationName = 'TOKEN')],
]

it.each(readable)('a consent with %s (%s) is read as before', (_, sample, change) => {
  const [before] = documentsOf(sample, () => undefined)
  const [after] = documentsOf(sample, change)
  expect(before?.oauth?.grant?.scopes).toBeDefined()
  expect(after?.oauth).toEqual(before?.oauth)
  expect(after?.event.code).toBe(before?.event.code)
  expect(after?.error).toBeUndefined()
  expect(gapsOf(sample, change)).toEqual([])
})

const withoutTargets: Change = (record) => {
  const [wrapped] = (record.records ?? record.value ?? [record]) as JsonObject[]
  const audit = (wrapped?.properties ?? wrapped) as JsonObject
  audit.targetResources = null
}

const unreadable: readonly (readonly [lacks: string, sample: string, change: Change])[] = [
  ['the record has no operation', m365, (record) => (record.Operation = null)],
  ['the record has no operation', m365, (record) => delete record.Operation],
  ['the operation "consent to agents" is not known', m365, (record) => (record.Operation = 'Consent to agents.')],
  ['the record has no readable permissions', m365, (record) => delete record.ModifiedProperties],
  [
    'the record has no readable permissions',
    m365,
    (record) => setProperties(record, (property) => ({ ...property, NewValue: '[{"Scope":"Mail.Send"}]' })),
  ],
  ['permissions', 'entra/audit-consent-user-mail', withoutTargets],
  ['the event "authorize_v2" is not known', google, (record) => (eventOf(record).name = 'authorize_v2')],
  ['the log "token_v2" is not known', google, (record) => (idOf(record).applicationName = 'token_v2')],
  ['the record has no readable application or permissions', google, (record) => delete eventOf(record).parameters],
]

it.each(unreadable)('the report lists a consent that is not readable: %s (%s)', (lacks, sample, change) => {
  const [document] = documentsOf(sample, change)
  expect(document?.error?.message?.join()).toContain(lacks)
  expect(gapsOf(sample, change)).toEqual([expect.stringContaining(lacks)])
})

it('the letter case of event names is the letter case of the event tables', () => {
  const tables = product.mappings.filter(
    ({ activity, takes }) => activity !== undefined && takes.kind === 'G' && takes.when !== undefined,
  )
  const expected = tables.flatMap(({ activity, takes, rows }): [string, string][] => {
    const row = rows['event.category'] as { lookup?: JsonObject } | undefined
    if (activity === undefined || isNewer(activity.envelope)) return []
    const isLower = Object.keys(row?.lookup ?? {}).every((name) => name === name.toLowerCase())
    return (takes.when?.['id.applicationName'] ?? []).map((name) => [name, isLower ? 'toLowerCase' : 'toUpperCase'])
  })
  expect(expected.length).toBeGreaterThan(10)
  expect(lettersOfEvents).toEqual(Object.fromEntries(expected))
})
