import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { Decoded } from '../../../pipeline/outcome.ts'
import { documentIds } from '../../../pipeline/route/document-id.ts'
import * as samples from '../../support/native-samples.ts'

const consent = samples.audit

function decoded(kind: Decoded['kind'], record: JsonObject): Decoded {
  return { ok: true, kind, record, element: '', delivery: { source: 'test', offset: '0' } }
}

const id = (record: JsonObject) => documentIds('o365.audit', decoded('U', record), [record])[0]

const activity = (...events: JsonObject[]): Decoded => decoded('G', { id: samples.activity.id, events })
const eventId = (record: Decoded, index: number) =>
  documentIds('google_workspace.token', record, record.record.events as JsonObject[])[index]

it('the document ID is a SHA-256 in base64url', () => {
  expect(id(consent)).toMatch(/^[A-Za-z0-9_-]{43}$/)
})

it('the document ID does not depend on the case of a GUID, the form of RecordType, or the spelling of the operation', () => {
  expect(
    id({
      ...consent,
      Id: consent.Id.toUpperCase(),
      OrganizationId: consent.OrganizationId.toUpperCase(),
      RecordType: '8',
      Operation: 'Consent to application',
    }),
  ).toBe(id(consent))
})

it.each(['A', 'S', 'R', 'M'] as const)(
  'the document ID of a record of kind %s does not depend on the case of its GUID',
  (kind) => {
    const of = (guid: string) => {
      const record = { id: guid, requestId: guid }
      return documentIds('azure.auditlogs', decoded(kind, record), [record])[0]
    }
    expect(of(consent.Id.toUpperCase())).toBe(of(consent.Id))
  },
)

it.each([` ${consent.Id}`, `{${consent.Id.toUpperCase()}}`, `${consent.Id}\n`])(
  'the document ID does not depend on the braces and blanks of a GUID: %j',
  (guid) => {
    const organization = guid.replace(new RegExp(consent.Id, 'i'), consent.OrganizationId)
    expect(id({ ...consent, Id: guid, OrganizationId: organization })).toBe(id(consent))
  },
)

it('the document ID distinguishes two records with the same GUID from their source system', () => {
  expect(id({ ...consent, Operation: 'Add service principal.' })).not.toBe(id(consent))
  for (const RecordType of ['8.0', 'AzureActiveDirectory']) expect(id({ ...consent, RecordType })).toBe(id(consent))
  expect(id({ ...consent, RecordType: 15 })).not.toBe(id(consent))
})

it('the document ID of a record without Id depends on the whole record, with members in any order', () => {
  const a = { Operation: 'X', RecordType: 1 }
  const b = { RecordType: 1, Operation: 'X' }
  expect(id(a)).toBe(id(b))
  expect(id({ ...a, RecordType: 2 })).not.toBe(id(a))
})

it('the document ID is the same for an event of an activity and for the same event split off by an agent', () => {
  const first = { name: 'authorize', parameters: [{ name: 'client_id', value: '1' }] }
  const second = { name: 'authorize', parameters: [{ name: 'client_id', value: '2' }] }
  expect(eventId(activity(first, second), 1)).toBe(eventId(activity(second), 0))
})

it('the document ID of an event has not changed since the first release', () => {
  const parameters = [
    { name: 'client_id', value: '1' },
    { name: 'app "name"', value: 'tab\there' },
    { name: 'scope', multiValue: ['b', 'a'] },
    { name: 'num_response_bytes', intValue: '7' },
  ]
  const record = activity({ type: 'auth', name: 'authorize', parameters })
  const text =
    '{"name":"authorize","parameters":[{"name":"client_id","value":"1"},{"name":"app \\"name\\"","value":"tab\\there"},' +
    '{"multiValue":["a","b"],"name":"scope"},{"intValue":"7","name":"num_response_bytes"}],"type":"auth"}'
  const { customerId, time, uniqueQualifier } = record.record.id as JsonObject
  const key = ['google_workspace.token', customerId, 'token', time, uniqueQualifier, text, '0'].join('\0')
  expect(eventId(record, 0)).toBe(createHash('sha256').update(key).digest('base64url'))
})

it('the document ID numbers equal events in order, in short and in long activities', () => {
  for (const others of [1, 20]) {
    const event = { name: 'activity', type: 'auth', parameters: [{ name: 'method_name', value: 'list' }] }
    const rest = Array.from({ length: others }, (_, i) => ({
      name: 'other',
      parameters: [{ name: 'n', intValue: i }],
    }))
    const record = activity(event, ...rest, event, event)
    const ids = documentIds('google_workspace.token', record, record.record.events as JsonObject[])
    expect(new Set(ids).size).toBe(others + 3)
    const alone = activity(event, event, event)
    const idsAlone = documentIds('google_workspace.token', alone, alone.record.events as JsonObject[])
    expect([ids[0], ids[others + 1], ids[others + 2]]).toEqual(idsAlone)
  }
})

const entry = {
  logName: 'projects/p/logs/cloudaudit.googleapis.com%2Factivity',
  timestamp: '2026-05-12T08:04:55.182004713Z',
  insertId: '1kq0c3ue4g9m',
  receiveTimestamp: '2026-05-12T08:04:59.402316882Z',
}
const entryId = (record: JsonObject) => documentIds('gcp.audit', decoded('L', record), [record])[0]

it('the document ID of a log entry does not depend on the delivery path', () => {
  expect(entryId({ ...entry, receiveTimestamp: '2026-05-12T08:05:01Z' })).toBe(entryId(entry))
  expect(entryId({ ...entry, timestamp: '2026-05-12T08:04:55.182Z' })).toBe(entryId(entry))
})

it('the document ID of a log entry distinguishes logs, times and entry IDs', () => {
  for (const other of [{ logName: 'projects/q' }, { timestamp: '2026-05-12T08:04:56Z' }, { insertId: 'x' }])
    expect(entryId({ ...entry, ...other })).not.toBe(entryId(entry))
  expect(entryId({ ...entry, insertId: undefined } as unknown as JsonObject)).not.toBe(entryId(entry))
})
