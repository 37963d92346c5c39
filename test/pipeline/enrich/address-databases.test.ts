import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { type AddressDatabases, openAddressDatabases } from '../../../pipeline/enrich/address-databases.ts'
import { makeEnrich } from '../../../pipeline/enrich/enrich.ts'
import { makeDatabase } from '../../support/mmdb.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const lisbon = {
  city: { names: { en: 'Lisbon', pt: 'Lisboa' } },
  continent: { code: 'EU', names: { en: 'Europe' } },
  country: { iso_code: 'PT', names: { en: 'Portugal' } },
  location: { latitude: 38.7057, longitude: -9.1359 },
  subdivisions: [{ iso_code: '11', names: { en: 'Lisbon District' } }],
}
const places = makeDatabase('Test-City', {
  '198.51.100.0/24': lisbon,
  '2001:db8::/32': { country: { iso_code: 'DE', names: { en: 'Germany' } } },
})
const networks = makeDatabase('Test-ASN', {
  '198.51.100.0/24': { autonomous_system_number: 64_496, autonomous_system_organization: 'Example Hosting' },
  '203.0.113.0/25': { autonomous_system_number: 64_511 },
})

const folder = temporaryFolder()
let city: string
let asn: string
let open: AddressDatabases[]

beforeEach(() => {
  city = join(folder, 'city.mmdb')
  asn = join(folder, 'asn.mmdb')
  writeFileSync(city, places)
  writeFileSync(asn, networks)
  open = []
})
afterEach(() => {
  for (const databases of open) databases.close()
})

function databases(files: { city?: string; asn?: string }): AddressDatabases {
  const opened = openAddressDatabases(files)
  open.push(opened)
  return opened
}

it('an address database returns the location and the network of an IPv4 or IPv6 address in ECS', () => {
  const { lookUp } = databases({ city, asn })
  expect(lookUp('198.51.100.71')).toEqual({
    geo: {
      city_name: 'Lisbon',
      continent_name: 'Europe',
      country_iso_code: 'PT',
      country_name: 'Portugal',
      location: { lat: 38.7057, lon: -9.1359 },
      region_iso_code: 'PT-11',
      region_name: 'Lisbon District',
    },
    as: { number: 64_496, organization: { name: 'Example Hosting' } },
  })
  expect(lookUp('2001:db8::1')).toEqual({ geo: { country_iso_code: 'DE', country_name: 'Germany' } })
  expect(lookUp('203.0.113.9')).toEqual({ as: { number: 64_511 } })
  expect(lookUp('203.0.113.200')).toEqual({})
  expect(lookUp('10.0.0.1')).toEqual({})
})

it('an address database returns nothing for an invalid address, without an exception', () => {
  expect(databases({ city, asn }).lookUp('not an address')).toEqual({})
})

it('an invalid, missing or swapped address database is refused with a message', () => {
  writeFileSync(join(folder, 'text.mmdb'), 'no database')
  expect(() => databases({ city: join(folder, 'text.mmdb') })).toThrow(/text\.mmdb is not a database of places/)
  expect(() => databases({ city: join(folder, 'absent.mmdb') })).toThrow(/absent\.mmdb.*ENOENT/)
  expect(() => databases({ city: asn })).toThrow(/its type is Test-ASN; check that the two files are not swapped/)
})

it('a replaced address database is read again, and a damaged replacement is ignored', async () => {
  const opened = databases({ asn })
  const recorded: string[] = []
  opened.watch(0.02, (message) => recorded.push(message))
  expect(opened.lookUp('203.0.113.9').as?.number).toBe(64_511)
  const replace = (bytes: Buffer) => {
    writeFileSync(join(folder, 'next'), bytes)
    renameSync(join(folder, 'next'), asn)
  }
  // The first check records the initial state for the watcher; an earlier change would be missed.
  await vi.waitFor(
    () => {
      replace(makeDatabase('Test-ASN', { '203.0.113.0/24': { autonomous_system_number: 64_500 } }))
      expect(opened.lookUp('203.0.113.9').as?.number).toBe(64_500)
    },
    { timeout: 600_000, interval: 100 },
  )
  await vi.waitFor(
    () => {
      replace(Buffer.from('half a file'))
      expect(recorded.at(-1)).toMatch(/^kept the previous database: /)
    },
    { timeout: 600_000, interval: 100 },
  )
  expect(opened.lookUp('203.0.113.9').as?.number).toBe(64_500)
})

const document = (ip: string): EcsDocument => ({
  event: { dataset: 'google_workspace.login' },
  source: { ip, geo: { country_iso_code: 'US', region_iso_code: 'US-VA' }, as: { number: 701 } },
})

it('a result of the address databases replaces the vendor’s whole value', () => {
  const enrich = makeEnrich(emptyEnvironment, databases({ city, asn }).lookUp)
  const known = document('2001:db8::1')
  enrich(known)
  expect(known.source).toEqual({
    ip: '2001:db8::1',
    geo: { country_iso_code: 'DE', country_name: 'Germany' },
    as: { number: 701 },
  })
})

it('the vendor’s value remains if the address database has no result or is missing', () => {
  for (const lookUp of [databases({ city, asn }).lookUp, undefined]) {
    const unknown = document('192.0.2.1')
    makeEnrich(emptyEnvironment, lookUp)(unknown)
    expect(unknown).toEqual(document('192.0.2.1'))
  }
})

it('the enrich stage with databases creates new objects for each document', () => {
  const enrich = makeEnrich(emptyEnvironment, databases({ city, asn }).lookUp)
  const [first, second] = [document('198.51.100.1'), document('198.51.100.1')]
  enrich(first)
  enrich(second)
  if (first.source?.geo?.location) first.source.geo.location.lat = 0
  expect(second.source?.geo?.location?.lat).toBe(38.7057)
})
