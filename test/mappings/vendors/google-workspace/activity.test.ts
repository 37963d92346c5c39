// Properties of every stream: ids, actors, legal categories, samples without leftovers.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { checkCategories } from '../../../../mappings/lib/check-document.ts'
import { compileLookup } from '../../../../mappings/lib/lookup.ts'
import { unmappedFields } from '../../../../mappings/lib/vendor-catalog.ts'
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

it.each(streams)('every event of %s has ECS categories and types that fit together', (stream) => {
  for (const name of eventNames(stream)) {
    const { category = [], type = [] } = mapEvent(stream, name, []).event
    expect(type.length, name).toBeGreaterThan(0)
    if (name === 'never_heard_of' && stream !== 'chat') expect(category.length, name).toBeGreaterThan(0)
    expect(checkCategories(category, type), name).toEqual([])
  }
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
