// An invented Microsoft 365 tenant: people, applications of the organization, and the log that collects records.
import type { RawRecord } from './campaign.ts'
import type { Random } from './random.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export interface Person {
  readonly upn: string
  readonly name: string
  readonly oid: string
  readonly puid: string
  readonly sid: string
  readonly mailbox: string
  readonly ip: string
  readonly agent: string
}

/** A client application as seen in the tenant. */
export interface App {
  readonly name: string
  readonly appId: string
  /** Object id of the service principal in the tenant. */
  readonly spId: string
  /** Object id of the registration; only for applications registered in the tenant. */
  readonly objectId: string
  readonly ownerTenant: string
  /** The key with which the application usually signs in. */
  readonly keyId: string
  readonly ip: string
  readonly agent: string
  readonly reply: string
}

export interface Resource {
  readonly name: string
  readonly appId: string
  readonly spId: string
  /** The service principal names, as the log prints them. */
  readonly names: string
}

export interface Tenant {
  readonly id: string
  readonly domain: string
  readonly cloudDomain: string
  readonly people: readonly Person[]
  /** Global administrator, help desk, owner of line-of-business applications. */
  readonly admin: Person
  readonly helpdesk: Person
  readonly developer: Person
  readonly graph: Resource
  readonly exchange: Resource
  readonly sharepoint: Resource
  /** Applications that the organization has used for years. */
  readonly backup: App
  readonly hrSync: App
  readonly mailBridge: App
}

export interface Named {
  readonly name: string
  readonly appId: string
}

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
const edge = `${chrome} Edg/141.0.0.0`
const safari =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 ' +
  '(KHTML, like Gecko) Version/19.0 Safari/605.1.15'

const systems = ['Windows10', 'MacOs', 'Ios', 'Android']

const givenNamesText =
  'Alma Bram Cleo Dario Edda Finn Gala Hugo Ines Jonas ' + 'Kaia Levi Mina Nils Orla Piet Rhea Silas Tilda Vito'
const familyNamesText =
  'Abbot Berger Castell Dupre Engel Falk Garnier Holm Iversen Jansen ' +
  'Keller Lind Moreau Novak Olsen Petit Quist Rossi Sorel Thorne'

const givenNames = givenNamesText.split(' ')
const familyNames = familyNamesText.split(' ')

/** The operating system as sign-in records name it; empty for scripts. */
export const systemOf = (agent: string): string =>
  ['Windows', 'Macintosh', 'iPhone', 'Android'].map((word, i) => (agent.includes(word) ? systems[i] : '')).join('')

/** An application registered in the tenant, or of the tenant `owner`. */
export const makeApp = (random: Random, name: string, ownerTenant: string, more: Partial<App> = {}): App => ({
  name,
  appId: random.uuid(),
  spId: random.uuid(),
  objectId: random.uuid(),
  ownerTenant,
  keyId: random.uuid(),
  ip: `203.0.113.${random.integer(10, 60)}`,
  agent: 'python-requests/2.32.3',
  reply: `https://${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example/auth/callback`,
  ...more,
})

/** A tenant named `name` with `size` people; its addresses are in 198.51.100.0/24 and 203.0.113.0/24. */
export const makeTenant = (random: Random, name: string, size: number): Tenant => {
  const id = random.uuid()
  const domain = `${name}.example`
  const first = random.integer(0, givenNames.length - 1)
  const second = random.integer(0, familyNames.length - 1)
  const machine = `S-1-5-21-${random.digits(10)}-${random.digits(9)}-${random.digits(10)}`
  const people = Array.from({ length: size }, (_, i): Person => {
    const given = givenNames[(first + i) % givenNames.length] ?? 'Alma'
    const family = familyNames[(second + i * 3) % familyNames.length] ?? 'Abbot'
    return {
      upn: `${given}.${family}@${domain}`.toLowerCase(),
      name: `${given} ${family}`,
      oid: random.uuid(),
      puid: `10032002${random.uuid().slice(0, 8).toUpperCase()}`,
      sid: `${machine}-${random.digits(8)}`,
      mailbox: random.uuid(),
      ip: i % 4 === 3 ? `203.0.113.${100 + i}` : `198.51.100.${20 + (i % 3)}`,
      agent: i % 3 === 0 ? chrome : i % 3 === 1 ? edge : safari,
    }
  })
  const at = (i: number): Person => {
    const person = people[i]
    if (person === undefined) throw new RangeError('the tenant is too small')
    return person
  }
  const resource = (label: string, appId: string, names: string): Resource => ({
    name: label,
    appId,
    spId: random.uuid(),
    names,
  })
  const graphId = '00000003-0000-0000-c000-000000000000'
  const exchangeId = '00000002-0000-0ff1-ce00-000000000000'
  const sharepointId = '00000003-0000-0ff1-ce00-000000000000'
  return {
    id,
    domain,
    cloudDomain: `${name}.onmicrosoft.com`,
    people,
    admin: at(0),
    helpdesk: at(1),
    developer: at(2),
    graph: resource('Microsoft Graph', graphId, `https://graph.microsoft.com/;${graphId}`),
    exchange: resource('Office 365 Exchange Online', exchangeId, `https://outlook.office365.com/;${exchangeId}`),
    sharepoint: resource('Office 365 SharePoint Online', sharepointId, `https://${domain}/;${sharepointId}`),
    backup: makeApp(random, 'Cloud Backup Agent', id, { ip: '203.0.113.9', agent: 'CloudBackup/9.2' }),
    hrSync: makeApp(random, 'HR Directory Sync', id, { ip: '198.51.100.60', agent: 'hr-sync/4.1 (+node)' }),
    mailBridge: makeApp(random, 'Ticket Mail Bridge', id, { ip: '198.51.100.61', agent: 'ticket-bridge/2.8' }),
  }
}

interface Entry {
  readonly at: number
  readonly id: string
  readonly record: RawRecord
}

/** Collects records, and gives them back in the order of time. */
export class Log {
  readonly random: Random
  readonly tenant: Tenant
  /** `polled` writes Entra records as the Graph API returns them; `diagnostic` as diagnostic settings do. */
  readonly entra: 'polled' | 'diagnostic'
  readonly #entries: Entry[] = []

  constructor(random: Random, tenant: Tenant, entra: 'polled' | 'diagnostic' = 'diagnostic') {
    this.random = random
    this.tenant = tenant
    this.entra = entra
  }

  add(at: number, id: string, record: RawRecord): string {
    this.#entries.push({ at, id, record })
    return id
  }

  records(): readonly RawRecord[] {
    return this.#entries.toSorted((a, b) => a.at - b.at).map((entry) => entry.record)
  }
}

/**
 * Adds the record that `make` writes, after a change. A record of diagnostic settings is changed in its `properties`, and
 * receives the members of `outer`. Returns the ID.
 */
export const addChanged = (
  log: Log,
  at: number,
  make: (side: Log) => string,
  change: (record: RawRecord) => RawRecord,
  outer: RawRecord = {},
): string => {
  const side = new Log(log.random, log.tenant, log.entra)
  const id = make(side)
  const [record = {}] = side.records()
  const inner = record.properties as RawRecord | undefined
  return log.add(at, id, inner === undefined ? change(record) : { ...record, ...outer, properties: change(inner) })
}
