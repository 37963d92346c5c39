// Records of both vendors for scenes of an incident-response author: sign-ins, consents, mail, files, Workspace activities.
import { Buffer } from 'node:buffer'
import type { RawRecord } from './campaign.ts'
import type { Random } from './random.ts'

export const graphId = '00000003-0000-0000-c000-000000000000'
export const browser =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36'

export interface Person {
  readonly upn: string
  readonly id: string
  readonly puid: string
  readonly mailbox: string
  readonly profile: string
}
export interface Place {
  readonly ip: string
  readonly asn: number
  readonly country: string
  readonly city: string
}
export interface App {
  readonly id: string
  readonly name: string
  readonly principal: string
}
export interface Client {
  readonly id: string
  readonly name: string
  readonly type: string
}

const minute = 60_000
const day = 24 * 60 * minute
/** The instant `minutes` after `text`. */
export const at = (text: string, minutes = 0): Date => new Date(Date.parse(text) + minutes * minute)
/** Working days from `from`. */
export const workdays = (from: string, days: number): readonly string[] =>
  Array.from({ length: days }, (_, i) => new Date(Date.parse(from) + i * day))
    .filter((date) => date.getUTCDay() % 6 !== 0)
    .map((date) => date.toISOString().slice(0, 10))
export type Part = Record<string, unknown>
const part = (value: unknown): Part => (value ?? {}) as Part
/** The vendor id of a record. */
export const idOf = (record: RawRecord): string =>
  String(record.Id ?? part(record.properties).id ?? part(record.id).uniqueQualifier ?? record.correlationId)
export const idsOf = (records: readonly RawRecord[]): readonly string[] => records.map(idOf)
/** The time of a record as the vendor writes it. */
export const timeOf = (record: RawRecord): number => {
  const properties = part(record.properties)
  const text = String(
    properties.createdDateTime ??
      properties.activityDateTime ??
      properties.timeGenerated ??
      part(record.id).time ??
      `${record.CreationTime}Z`,
  )
  return Date.parse(text)
}
export const ordered = (...lists: readonly (readonly RawRecord[])[]): readonly RawRecord[] =>
  lists.flat().sort((a, b) => timeOf(a) - timeOf(b))
export const people = (random: Random, domain: string, names: string): readonly Person[] =>
  names.split(' ').map((name) => ({
    upn: `${name}@${domain}`,
    id: random.uuid(),
    puid: `1003200${random.uuid().replaceAll('-', '').slice(0, 9).toUpperCase()}`,
    mailbox: random.uuid(),
    profile: `1${random.digits(20)}`,
  }))
/** A list member that must exist. */
export const nth = <T>(list: readonly T[], index: number): T => {
  const item = list.at(index)
  if (item === undefined) throw new RangeError(`no item ${index}`)
  return item
}
/** The bytes of a UUID as .NET orders them. */
export const guidBytes = (id: string): Buffer => {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.concat([
    bytes.subarray(0, 4).reverse(),
    bytes.subarray(4, 6).reverse(),
    bytes.subarray(6, 8).reverse(),
    bytes.subarray(8),
  ])
}
export const seconds = (time: Date): string => time.toISOString().slice(0, 19)
/** A value as the directory prints it. */
export const pretty = (value: unknown): string => JSON.stringify([value], null, 2).replaceAll('\n', '\r\n')

/** One customer of Google Workspace. */
export class Workspace {
  readonly random: Random
  readonly customer: string
  constructor(random: Random) {
    this.random = random
    this.customer = `C0${random.uuid().slice(0, 7)}`
  }

  client(name: string, type = 'WEB'): Client {
    const tail = this.random.uuid().replaceAll('-', '')
    return { id: `${this.random.digits(12)}-${tail}.apps.googleusercontent.com`, name, type }
  }

  #activity(
    time: Date,
    application: string,
    who: Person,
    place: Place,
    type: string,
    name: string,
    more: Part,
  ): RawRecord {
    const uniqueQualifier = `${this.random.integer(0, 1) ? '-' : ''}${this.random.digits(18)}`
    const parameters = Object.entries(more).map(([key, value]) => {
      if (typeof value === 'boolean') return { name: key, boolValue: value }
      if (typeof value === 'number') return { name: key, intValue: String(value) }
      if (!Array.isArray(value)) return { name: key, value }
      return { name: key, [typeof value[0] === 'string' ? 'multiValue' : 'multiMessageValue']: value }
    })
    return {
      kind: 'admin#reports#activity',
      id: { time: time.toISOString(), uniqueQualifier, applicationName: application, customerId: this.customer },
      etag: `"${this.random.uuid()}"`,
      actor: { callerType: 'USER', email: who.upn, profileId: who.profile },
      ownerDomain: who.upn.split('@')[1],
      ipAddress: place.ip,
      networkInfo: { ipAsn: [place.asn], regionCode: place.country },
      events: [{ type, name, parameters }],
    }
  }

  /** A grant, its end, a refusal or a request to the administrator. */
  grant(
    time: Date,
    name: string,
    who: Person,
    place: Place,
    client: Client,
    scopes: readonly string[],
    more: Part = {},
  ) {
    const scope = scopes.map((text) =>
      text.includes(':') || text === 'openid' ? text : `https://www.googleapis.com/auth/${text}`,
    )
    const scope_data = scope.map((text) => ({
      parameter: [
        { name: 'scope_name', value: text },
        { name: 'product_bucket', multiValue: [bucket(text)] },
      ],
    }))
    const app = { client_id: client.id, app_name: client.name, client_type: client.type }
    return this.#activity(time, 'token', who, place, 'auth', name, { ...app, scope_data, scope, ...more })
  }

  /** A call of a client with the token of a person. */
  call(time: Date, who: Person, place: Place, client: Client, method: string, bytes: number): RawRecord {
    return this.#activity(time, 'token', who, place, 'auth', 'activity', {
      api_name: method.split('.')[0],
      method_name: method,
      client_id: client.id,
      app_name: client.name,
      client_type: client.type,
      num_response_bytes: bytes,
      product_bucket: bucket(method),
    })
  }

  /** The same calls for one person after the other, `gap` minutes apart. */
  calls(
    start: string,
    staff: readonly Person[],
    gap: number,
    place: Place,
    client: Client,
    methods: readonly string[],
  ) {
    return staff.flatMap((who, p) =>
      methods.map((method, i) => {
        const bytes = /get|export|list/u.test(method)
          ? this.random.integer(20_000, 400_000)
          : this.random.integer(250, 900)
        return this.call(at(start, p * gap + (i * gap) / methods.length), who, place, client, method, bytes)
      }),
    )
  }

  /** An act of an administrator. */
  admin(time: Date, who: Person, place: Place, type: string, name: string, parameters: Part): RawRecord {
    return this.#activity(time, 'admin', who, place, type, name, parameters)
  }

  login(time: Date, who: Person, place: Place, suspicious = false, login_type = 'google_password'): RawRecord {
    const login_challenge_method = [login_type === 'saml' ? 'saml' : 'password']
    const more = { login_type, login_challenge_method, is_suspicious: suspicious }
    return this.#activity(time, 'login', who, place, 'login', 'login_success', more)
  }

  /** Ordinary days of an office: sign-ins, and documents in the browser. */
  office(staff: readonly Person[], from: string, days: number, place: Place): readonly RawRecord[] {
    return workdays(from, days).flatMap((date) =>
      staff
        .filter(() => this.random.number() < 0.8)
        .flatMap((who) => [
          this.login(at(`${date}T06:20:00Z`, this.random.number() * 150), who, place),
          this.drive(
            at(`${date}T09:00:00Z`, this.random.number() * 420),
            this.random.pick(['view', 'edit']),
            who,
            place,
            'Minutes',
          ),
        ]),
    )
  }

  drive(time: Date, name: string, who: Person, place: Place, title: string, client?: Client): RawRecord {
    return this.#activity(time, 'drive', who, place, 'access', name, {
      primary_event: true,
      billable: true,
      doc_id: `1${this.random.uuid().replaceAll('-', '')}`,
      doc_title: title,
      doc_type: 'document',
      owner: who.upn,
      owner_is_shared_drive: false,
      visibility: 'private',
      actor_is_collaborator_account: false,
      originating_app_id: client?.id.split('-')[0] ?? '691301496089',
    })
  }
}
const bucket = (text: string): string =>
  (['gmail', 'mail', 'drive', 'calendar', 'classroom', 'contacts', 'admin', 'directory'] as const)
    .find((word) => text.includes(`/${word}`) || text.startsWith(word))
    ?.toUpperCase()
    .replace(/^MAIL$/u, 'GMAIL')
    .replace(/^(ADMIN|DIRECTORY)$/u, 'GSUITE_ADMIN') ?? 'IDENTITY'
