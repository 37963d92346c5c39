import { expect, it } from 'vitest'
import { isObject, type JsonObject } from '../../../../mappings/kernel/json.ts'
import { type MappingTrace, traceMapping } from '../../../../mappings/lib/trace/trace.ts'
import audit from '../../../../mappings/vendors/m365/audit.mapping.ts'
import { mapping } from '../../../../mappings/vendors/mapping.ts'
import { loadMappings } from '../../../../pipeline/chain.ts'
import { loadSamples } from '../../../../pipeline/content-check/samples.ts'
import { decode } from '../../../../pipeline/decode/decode.ts'
import { makeNormalizer } from '../../../../pipeline/normalize/normalize.ts'
import * as samples from '../../../support/native-samples.ts'

const normalizer = makeNormalizer(await loadMappings())

/** Returns the records of a text, each with its mapping. Decodes the text on each call: two runs share nothing. */
function recordsOf(text: string) {
  return decode({ delivery: { source: 'test', offset: '0' }, text }).flatMap((decoded) => {
    if (!decoded.ok) return []
    const compiled = normalizer.mappingOf(decoded)
    if (compiled === undefined) return []
    const { fanOut } = compiled.mapping
    const elements = fanOut === undefined ? [decoded.record] : (decoded.record[fanOut] as JsonObject[])
    return elements.filter(isObject).map((element, ordinal) => ({ compiled, decoded, element, ordinal }))
  })
}

function trace(text: string): MappingTrace[] {
  return recordsOf(text).map(({ compiled, decoded: { record, context }, element, ordinal }) =>
    traceMapping(compiled, { record, element, ordinal, context }),
  )
}

const asStored = (value: unknown) => JSON.parse(JSON.stringify(value))

const consent = {
  ...samples.audit,
  OrganizationId: samples.tenant.toUpperCase(),
  ObjectId: 'Not Available',
  Surprise: { Inner: 'new' },
}

it.each(loadSamples().map((sample) => [sample.ref, sample.text]))(
  'the trace of a mapping makes the document that the compiled mapping makes: %s',
  (_, text) => {
    const compiled = recordsOf(text).map(({ compiled, decoded, element, ordinal }) =>
      compiled.map(decoded.record, element, ordinal, decoded.context),
    )
    expect(compiled.length).toBeGreaterThan(0)
    expect(asStored(trace(text).map(({ document }) => document))).toEqual(asStored(compiled))
  },
)

it('the trace of a mapping names the row and the source member of a field', () => {
  const [{ writes }] = trace(JSON.stringify(consent)) as [MappingTrace]
  expect(writes.find(({ field }) => field === '@timestamp')).toEqual({
    field: '@timestamp',
    value: '2026-03-11T09:14:27.000Z',
    maker: { kind: 'row' },
    from: [{ path: 'CreationTime', value: '2026-03-11T09:14:27' }],
  })
  expect(writes.find(({ field }) => field === 'user.target.id')).toMatchObject({
    maker: { kind: 'variant', name: 'RecordType is 8 or AzureActiveDirectory' },
  })
})

it('the trace of a mapping names the step that changed a field, and the member that the step read', () => {
  const [{ writes, steps }] = trace(JSON.stringify(consent)) as [MappingTrace]
  expect(writes.filter(({ field }) => field === 'organization.id').at(-1)).toMatchObject({
    value: consent.OrganizationId.toLowerCase(),
    maker: { kind: 'step', name: 'm365Members' },
  })
  expect(steps.find(({ name }) => name === 'm365Users')?.reads).toContain('document.user.id')
})

it('the trace of a mapping reports unread members: kept if the catalog contains them, else unmapped', () => {
  const [{ members, unmapped }] = trace(JSON.stringify(consent)) as [MappingTrace]
  const fate = (path: string) => members.find((member) => member.path === path)?.fate
  expect(fate('Operation')).toBe('used')
  expect(fate('Surprise.Inner')).toBe('unmapped')
  expect(unmapped).toEqual(['o365.audit.Surprise.Inner'])
})

it('the trace of a mapping reports values covered by `otherwise`, and values that do not fit their field', () => {
  const table = mapping({
    ...audit,
    rows: {
      'event.outcome': { from: 'Result', lookup: { yes: 'success' }, otherwise: 'unknown' },
      'event.severity': { from: 'Severity' },
    },
    variants: [],
    derive: [],
  })
  const record = { Result: 'maybe', Severity: 'grave' }
  const { otherwise, refused } = traceMapping(
    { mapping: table, steps: [] },
    { record, element: record, ordinal: 0, context: undefined },
  )
  expect(otherwise).toMatchObject([{ field: 'event.outcome', path: 'Result', value: 'maybe', put: 'unknown' }])
  expect(refused).toMatchObject([{ field: 'event.severity', path: 'Severity', value: 'grave', type: 'long' }])
})

it('the trace of a mapping separates the elements of one activity, and names parameters', () => {
  const activity = {
    ...samples.activity,
    id: { ...samples.activity.id, fresh: 'x' },
    events: [
      {
        name: 'authorize',
        type: 'auth',
        parameters: [{ name: 'client_id', value: '123.apps.googleusercontent.com' }],
      },
      { name: 'revoke', type: 'auth', parameters: [{ name: 'client_id', value: '456.apps.googleusercontent.com' }] },
    ],
  }
  const [first, second] = trace(JSON.stringify(activity)) as [MappingTrace, MappingTrace]
  const path = 'events[1].parameters[client_id].value'
  expect(second.writes.find(({ field }) => field === 'google_workspace.token.client.id')?.from).toMatchObject([
    { path },
  ])
  expect(second.members.find((member) => member.path === path)?.fate).toBe('used')
  expect(first.members.some((member) => member.path.startsWith('events[1]'))).toBe(false)
  expect(first.members.find((member) => member.path === 'id.fresh')?.fate).toBe('dropped')
})
