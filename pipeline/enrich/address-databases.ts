// Location and network owner of an address, from databases in MaxMind format that the operator supplies (GeoLite2,
// GeoIP2, DB-IP and others). Whole files are kept in memory; a changed file is read again.
import { unwatchFile, watchFile } from 'node:fs'
import { Reader } from 'mmdb-lib'
import { type BoundedCache, boundedCache } from '../../mappings/kernel/bounded-cache.ts'
import { readNamed } from '../../mappings/kernel/named-file.ts'
import { getPath } from '../../mappings/kernel/path.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { toDouble, toLong, toText } from '../../mappings/lib/convert.ts'
import { DependencyError } from '../errors/dependency-error.ts'

interface Place {
  readonly city_name?: string
  readonly continent_name?: string
  readonly country_iso_code?: string
  readonly country_name?: string
  readonly location?: { readonly lat: number; readonly lon: number }
  readonly region_iso_code?: string
  readonly region_name?: string
}

/** The known facts of an address. A fact is absent if no database contains it. */
interface AddressFacts {
  readonly geo?: Place
  readonly as?: { readonly number: number; readonly organization?: { readonly name: string } }
}

export type LookUpAddress = (address: string) => AddressFacts

export interface DatabaseFiles {
  readonly city?: string | undefined
  readonly asn?: string | undefined
}

export interface AddressDatabases {
  readonly lookUp: LookUpAddress
  /** Checks periodically whether a file has changed. If a new file cannot be read, reports it and keeps the old one. */
  watch(seconds: number, log: (message: string) => void): void
  close(): void
}

type Role = keyof DatabaseFiles
type Get = (address: string) => unknown

function openReader(path: string, role: Role): Reader<never> {
  const refuse = (why: string, cause?: unknown) =>
    new DependencyError(
      'address_database',
      `${path} is not a database of ${role === 'city' ? 'places' : 'networks'}: ${why}`,
      { cause },
    )
  let reader: Reader<never>
  try {
    reader = new Reader<never>(readNamed(path))
  } catch (error) {
    throw refuse(`${messageOf(error)}; name a file in MaxMind's format (.mmdb)`, error)
  }
  const { databaseType } = reader.metadata
  if (/asn|isp/i.test(databaseType) !== (role === 'asn'))
    throw refuse(`its type is ${databaseType}; check that the two files are not swapped`)
  return reader
}

function open(path: string, role: Role): Get {
  const reader = openReader(path, role)
  return (address) => reader.get(address)
}

/** The metadata of a database. Throws a DependencyError for a file that is not such a database. */
export function describeDatabase(path: string, role: Role): { readonly type: string; readonly built: Date } {
  const { databaseType, buildEpoch } = openReader(path, role).metadata
  return { type: databaseType, built: buildEpoch }
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function present<T extends object>(value: T): Present<T> | undefined {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Present<T>)
}

function toPlace(found: unknown): Place | undefined {
  const subdivisions = getPath(found, ['subdivisions'])
  const region: unknown = Array.isArray(subdivisions) ? subdivisions[0] : undefined
  const country = toText(getPath(found, ['country', 'iso_code']))
  const regionCode = toText(getPath(region, ['iso_code']))
  const lat = toDouble(getPath(found, ['location', 'latitude']))
  const lon = toDouble(getPath(found, ['location', 'longitude']))
  return present({
    city_name: toText(getPath(found, ['city', 'names', 'en'])),
    continent_name: toText(getPath(found, ['continent', 'names', 'en'])),
    country_iso_code: country,
    country_name: toText(getPath(found, ['country', 'names', 'en'])),
    location: lat === undefined || lon === undefined ? undefined : { lat, lon },
    region_iso_code: country === undefined || regionCode === undefined ? undefined : `${country}-${regionCode}`,
    region_name: toText(getPath(region, ['names', 'en'])),
  })
}

function toNetwork(found: unknown): AddressFacts['as'] {
  const number = toLong(getPath(found, ['autonomous_system_number']))
  const name = toText(getPath(found, ['autonomous_system_organization']))
  if (number === undefined) return undefined
  return { number, ...(name !== undefined && { organization: { name } }) }
}

/** Opens the configured databases. Throws a DependencyError for a file that is not such a database. */
export function openAddressDatabases(files: DatabaseFiles): AddressDatabases {
  const named = (['city', 'asn'] as const).flatMap((role) => {
    const path = files[role]
    return path === undefined ? [] : [{ role, path }]
  })
  const readers = new Map<Role, Get>(named.map(({ role, path }) => [role, open(path, role)]))
  const freshCache = (): BoundedCache<AddressFacts> => boundedCache({ limit: 20_000, keyLength: 64 })
  let known = freshCache()

  /** Returns the entry of a database. A damaged entry must not cause the loss of the document. */
  function get(role: Role, address: string): unknown {
    try {
      return readers.get(role)?.(address)
    } catch {
      return undefined
    }
  }

  function find(address: string): AddressFacts {
    const geo = toPlace(get('city', address))
    const as = toNetwork(get('asn', address))
    return { ...(geo && { geo }), ...(as && { as }) }
  }

  return {
    lookUp: (address) => known(address, () => find(address)),
    watch(seconds, log) {
      for (const { role, path } of named) {
        // Polling the file status also detects a file that replaced the old one.
        watchFile(path, { interval: seconds * 1000, persistent: false }, (now, before) => {
          if (now.mtimeMs === before.mtimeMs && now.ino === before.ino && now.size === before.size) return
          try {
            readers.set(role, open(path, role))
            known = freshCache()
            log(`reloaded ${path}`)
          } catch (error) {
            log(`kept the previous database: ${messageOf(error)}`)
          }
        })
      }
    },
    close() {
      for (const { path } of named) unwatchFile(path)
    },
  }
}
