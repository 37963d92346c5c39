// Properties of every stream: ids, actors, legal categories, samples without leftovers, no record that throws.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { checkCategories } from '../../../../mappings/lib/check-document.ts'
import { compileLookup } from '../../../../mappings/lib/lookup.ts'
import { unmappedFields } from '../../../../mappings/lib/vendor-catalog.ts'
import { rounds } from '../../../support/deep.ts'
import { samplesIn } from '../sample-names.ts'
import { activity, mapActivity, mapEvent, mappings, readSample, samplesFolder } from './map-sample.ts'

const streams = Object.keys(mappings)

/** Returns the event names in the tables of a mapping, and one name that is in no table. */
function eventNames(stream: string): string[] {
  const names = Object.values(mappings[stream]?.mapping.rows ?? {}).flatMap((row) =>
    'lookup' in row ? Object.keys(row.lookup) : [],
  )
  return [...new Set([...names.map((name) => name.replace('*', 'this')), 'never_heard_of'])]
}

describe.each(streams)('the events of %s', (stream) => {
  it('every event has ECS categories and types that fit together', () => {
    for (const name of eventNames(stream)) {
      const { category = [], type = [] } = mapEvent(stream, name, []).event
      expect(type.length, name).toBeGreaterThan(0)
      if (name === 'never_heard_of' && stream !== 'chat') expect(category.length, name).toBeGreaterThan(0)
      expect(checkCategories(category, type), name).toEqual([])
    }
  })

  it('no record causes an exception in the mapping', () => {
    const names = fc.constantFrom(...eventNames(stream))
    const parameters = fc.array(
      fc.oneof(fc.jsonValue(), fc.record({ name: fc.string(), value: fc.jsonValue(), multiValue: fc.jsonValue() })),
    )
    const event = fc.record({
      name: fc.oneof(names, fc.jsonValue()),
      type: fc.jsonValue(),
      parameters: fc.oneof(parameters, fc.jsonValue()),
    })
    const compiled = mappings[stream]
    fc.assert(
      fc.property(
        event,
        fc.dictionary(
          fc.constantFrom('id', 'actor', 'ipAddress', 'networkInfo', 'ownerDomain', 'resourceDetails'),
          fc.jsonValue(),
        ),
        (element, record) => {
          compiled?.map(record as JsonObject, element as JsonObject, 0, undefined)
        },
      ),
      { numRuns: rounds(300) },
    )
  })
})

it('no value of a known parameter causes an exception in the mapping', () => {
  const slots = ['value', 'multiValue', 'intValue', 'boolValue', 'multiIntValue', 'messageValue', 'multiMessageValue']
  const names = [
    ...'API_CLIENT_NAME API_SCOPES USER_EMAIL SETTING_METADATA APP_ID WEB_ADDRESS ROLE_NAME BEGIN_DATE_TIME'.split(' '),
    ...'END_DATE_TIME client_id scope scope_data num_response_bytes login_timestamp affected_email_address'.split(' '),
    ...'doc_title owner target_user group_email'.split(' '),
  ]
  const parameter = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...slots), fc.jsonValue())
    .map(([name, slot, value]) => ({ name, [slot]: value }))
  const events = [
    ...'AUTHORIZE_API_CLIENT_ACCESS ASSIGN_ROLE ADD_APPLICATION REVOKE_3LO_TOKEN'.split(' '),
    ...'authorize activity download login_challenge'.split(' '),
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...streams),
      fc.constantFrom(...events),
      fc.array(parameter),
      (stream, name, parameters) => {
        mapEvent(stream, name, parameters)
      },
    ),
    { numRuns: rounds(1000) },
  )
})

it('the IDs of an activity are text, even if the record has numbers', () => {
  const document = mapEvent('token', 'authorize', [{ name: 'client_id', intValue: '104567890123456789012' }])
  const user = { id: '100000000000000000017' }
  expect(document).toMatchObject({ event: { id: '42' }, organization: { id: 'C02exmpl9' }, user, source: { user } })
  expect(document.google_workspace?.token).toEqual({ client: { id: '104567890123456789012' } })
  const id = { time: '2026-05-04T06:00:00Z', uniqueQualifier: 1, applicationName: 'login', customerId: 7 }
  expect(mapEvent('login', 'logout', [], { id, actor: { profileId: 5 } })).toMatchObject({
    event: { id: '1' },
    organization: { id: '7' },
    user: { id: '5' },
  })
})

it('the same event in another tenant has a different act ID', () => {
  const sample = readSample('token', 'token-authorize-mail')
  const elsewhere = { ...sample, id: { ...(sample.id as JsonObject), customerId: 'C03exmpl1' } }
  expect(mapActivity(elsewhere)[0]?.oauth?.act?.id).not.toBe(mapActivity(sample)[0]?.oauth?.act?.id)
})

it('the actor of an activity without an address has the name of its key', () => {
  const document = mapEvent('admin', 'SUSPEND_USER', [], { actor: { callerType: 'KEY', key: 'SYSTEM' } })
  expect(document.user?.name).toBe('SYSTEM')
  expect(document.google_workspace?.actor).toEqual({ type: 'KEY', key: 'SYSTEM' })
  expect(document.related?.user).toEqual(['SYSTEM'])
})

it('the actor of an activity keeps the empty address of anonymous access to a file', () => {
  const document = mapEvent('drive', 'view', [], { actor: { email: '' } })
  expect(document.source?.user?.email).toBe('')
  expect(document.user?.email).toBeUndefined()
})

it('the network of an activity comes from the record, except for the number for unknown', () => {
  const document = mapEvent('admin', 'SUSPEND_USER', [], {
    ipAddress: '2001:db8::7',
    networkInfo: { ipAsn: [0, 64500], regionCode: 'US', subdivisionCode: 'US-VA' },
  })
  expect(document.source).toMatchObject({
    ip: '2001:db8::7',
    as: { number: 64500 },
    geo: { country_iso_code: 'US', region_iso_code: 'US-VA' },
  })
})

it.each([
  ['n/a', undefined, { address: 'n/a' }, ['source.ip: "n/a" is no ip']],
  // Values for Google's own callers.
  ['private', undefined, { address: 'private' }, undefined],
  ['gce-internal-ip', undefined, { address: 'gce-internal-ip' }, undefined],
  ['[2001:db8::7]:52711', '2001:db8::7', { port: 52711 }, undefined],
])('an activity with the address %s has the IP address %s', (ipAddress, ip, expected, errors) => {
  const { source, related, error } = mapEvent('admin', 'SUSPEND_USER', [], { ipAddress })
  expect(source).toMatchObject(expected)
  expect([source?.ip, related?.ip?.[0]]).toEqual([ip, ip])
  expect(error?.message).toEqual(errors)
})

it('an activity contains its resources next to the event', () => {
  const record = activity('admin', 'SYSTEM_DEFINED_RULE_UPDATED', [], {
    resourceDetails: [{ id: 'policies/a', type: 'RULE' }],
  })
  const [event] = record.events as JsonObject[]
  const document = mapActivity({ ...record, events: [{ ...event, resourceIds: ['policies/a'] }] })[0]
  expect(document?.google_workspace).toMatchObject({
    event: { resource_ids: ['policies/a'] },
    resource_details: [{ id: 'policies/a', type: 'RULE' }],
  })
})

/** Checks for a sample with content that no table covers. These samples show how the mapping handles the content. */
const isOdd = (name: string): boolean => name.includes('-odd-')

/** Applications without a catalog of events and parameters. */
const uncataloged = streams.filter((stream) => eventNames(stream).length === 1)

/** Checks whether a class of the application's table contains the event. */
function isForeseen(stream: string, name: string): boolean {
  const row = mappings[stream]?.mapping.rows['event.category']
  if (row === undefined || !('lookup' in row)) return false
  return compileLookup(row.lookup).get('fold' in row ? name.toLowerCase() : name) !== undefined
}

const folders = readdirSync(samplesFolder)
const samples = streams.flatMap((stream) => {
  const folder = stream.replaceAll('_', '-')
  const names = folders.includes(folder) ? samplesIn(join(samplesFolder, folder)) : []
  return names.map((name) => [stream, name] as const)
})

it('the name of every sample is unique across the streams', () => {
  const names = samples.map(([, name]) => name)
  expect(names.length).toBeGreaterThan(40)
  expect(new Set(names).size).toBe(names.length)
})

it('every sample belongs to an application, and every application has a sample', () => {
  expect([...new Set(samples.map(([stream]) => stream))].sort()).toEqual([...streams].sort())
})

const foreseen = samples.filter(([stream, name]) => !isOdd(name) && !uncataloged.includes(stream))

it.each(foreseen)('the tables contain every event and parameter of the sample %s %s', (stream, name) => {
  for (const document of mapActivity(readSample(stream, name))) {
    const compiled = mappings[stream]
    if (compiled === undefined) throw new Error(`no mapping ${stream}`)
    expect(unmappedFields(compiled.mapping, document)).toEqual([])
    expect(document.google_workspace).not.toHaveProperty(`${stream}_other`)
    const { name: event } = (document.google_workspace?.event ?? {}) as JsonObject
    expect(isForeseen(stream, String(event))).toBe(true)
    expect(document.error).toBeUndefined()
  }
})
