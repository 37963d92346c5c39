// Google Workspace Reports API records in the documented layout, and the small organization that they speak of.
import type { RawRecord } from './campaign.ts'
import type { Random } from './random.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export interface Network {
  readonly ip: string
  readonly asn: number
  readonly region: string
  readonly subdivision: string
}

export interface Person {
  readonly email: string
  readonly name: string
  readonly profileId: string
  readonly unit: string
  readonly home: Network
}

export interface Org {
  readonly random: Random
  readonly domain: string
  readonly customerId: string
  readonly office: Network
  readonly people: readonly Person[]
  readonly admin: Person
}

/** An OAuth client; `id` is a plain number for a service account or a script. */
export interface App {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly scopes: readonly string[]
}

export interface Event {
  readonly type: string
  readonly name: string
  readonly parameters: readonly RawRecord[]
}

const given = ['Mara', 'Ivo', 'Lena', 'Tariq', 'Sofia', 'Jonas', 'Priya', 'Marek', 'Alice', 'Diego', 'Hana', 'Owen']
const family = ['Voss', 'Brandt', 'Okafor', 'Lindqvist', 'Mercer', 'Haddad', 'Novak', 'Pereira', 'Ishii', 'Quinn']
const units = ['Sales', 'Finance', 'Engineering', 'People', 'Operations']
const words = 'abcdefghijklmnopqrstuvwxyz0123456789'

export const network = (ip: string, asn: number, region: string, subdivision = `${region}-01`): Network => ({
  ip,
  asn,
  region,
  subdivision,
})

export const text = (random: Random, length: number): string =>
  Array.from({ length }, () => words[random.integer(0, words.length - 1)]).join('')

/** The id of a web or native OAuth client: the number of its project, a dash and a random word. */
export const clientId = (random: Random, project = random.digits(12)): string =>
  `${project}-${text(random, 32)}.apps.googleusercontent.com`

export const app = (random: Random, name: string, scopes: readonly string[], type = 'WEB'): App => ({
  id: clientId(random),
  name,
  type,
  scopes: scopes.map(scope),
})

/** A scope from its short name. */
export const scope = (name: string): string =>
  name.startsWith('https://') || ['openid', 'email', 'profile'].includes(name)
    ? name
    : `https://www.googleapis.com/auth/${name}`

export const time = (written: string): number => Date.parse(written)

/** An organization of `size` people; the first of them is the administrator. */
export const organization = (random: Random, domain: string, size = 14): Org => {
  const seen = new Set<string>()
  const people: Person[] = []
  while (people.length < size) {
    const name = `${random.pick(given)} ${random.pick(family)}`
    if (seen.has(name)) continue
    seen.add(name)
    people.push({
      email: `${name.toLowerCase().replace(' ', '.')}@${domain}`,
      name,
      profileId: `1${random.digits(20)}`,
      unit: people.length === 0 ? 'IT' : (units[(people.length - 1) % units.length] ?? 'Sales'),
      home: network(`198.51.100.${100 + people.length}`, 64510 + (people.length % 3), 'DE', 'DE-HE'),
    })
  }
  const [admin] = people
  if (!admin) throw new RangeError('an organization without people')
  return {
    random,
    domain,
    customerId: `C0${text(random, 7)}`,
    office: network('198.51.100.20', 64501, 'DE', 'DE-HE'),
    people,
    admin,
  }
}

/** The person at place `index`; 0 is the administrator. */
export const person = (org: Org, index: number): Person => {
  const found = org.people[index]
  if (!found) throw new RangeError(`no person ${index}`)
  return found
}

export const inUnit = (org: Org, unit: string): readonly Person[] => org.people.filter((one) => one.unit === unit)

export interface Parts {
  readonly at: number
  readonly who: Person
  /** Where the call came from; null for a caller inside Google, the office without one. */
  readonly from?: Network | null | undefined
}

interface ActivityParts extends Parts {
  readonly application: string
  readonly events: readonly Event[]
  /** The client that calls on behalf of the person. */
  readonly through?: App | undefined
  readonly impersonates?: boolean
}

/** One activity of the Reports API. */
export const activity = (org: Org, parts: ActivityParts): RawRecord => {
  const from = parts.from === undefined ? org.office : parts.from
  const info = parts.through && {
    oauthClientId: parts.through.id,
    applicationName: parts.through.name,
    impersonation: parts.impersonates ?? false,
  }
  return {
    kind: 'admin#reports#activity',
    id: {
      time: new Date(parts.at + org.random.integer(0, 999)).toISOString(),
      uniqueQualifier: `${org.random.integer(0, 1) === 0 ? '-' : ''}${org.random.digits(18)}`,
      applicationName: parts.application,
      customerId: org.customerId,
    },
    etag: `"${text(org.random, 12)}/${text(org.random, 20)}"`,
    actor: {
      callerType: 'USER',
      email: parts.who.email,
      profileId: parts.who.profileId,
      ...(info ? { applicationInfo: info } : {}),
    },
    ...(parts.application === 'token' || parts.application === 'drive' ? { ownerDomain: org.domain } : {}),
    ...(from === null
      ? {}
      : {
          ipAddress: from.ip,
          networkInfo: { ipAsn: [from.asn], regionCode: from.region, subdivisionCode: from.subdivision },
        }),
    events: parts.events,
  }
}

const dateOf = (record: RawRecord): string => {
  const { id, CreationTime, timestamp, createTime } = record as {
    id?: { time: string }
    CreationTime?: string
    timestamp?: string
    createTime?: string
  }
  return id?.time ?? (CreationTime === undefined ? undefined : `${CreationTime}Z`) ?? timestamp ?? createTime ?? ''
}

/** When a record of any layout was written, in milliseconds. */
export const timeOf = (record: RawRecord): number => Date.parse(dateOf(record))

/** The vendor's own id of a record of any layout. */
export const idOf = (record: RawRecord): string => {
  const { id, Id, insertId, alertId } = record as {
    id?: { uniqueQualifier: string }
    Id?: string
    insertId?: string
    alertId?: string
  }
  const found = id?.uniqueQualifier ?? Id ?? insertId ?? alertId
  if (found === undefined) throw new TypeError('a record without an id')
  return found
}

export const ids = (...lists: readonly (readonly RawRecord[])[]): string[] => lists.flat().map(idOf)

/** All records in the order of time. */
export const timeline = (...lists: readonly (readonly RawRecord[])[]): RawRecord[] =>
  lists.flat().sort((left, right) => timeOf(left) - timeOf(right))
