// Records of Microsoft 365 and Entra in the layouts of the management activity API, for the scenes of one author: the directory.
import type { RawRecord } from './campaign.ts'
import type { Random } from './random.ts'

export type Made = RawRecord & { readonly Id: string }
export interface Person {
  readonly upn: string
  readonly oid: string
  readonly puid: string
  readonly mailbox: string
  readonly sid: string
  readonly ip: string
}
export interface App {
  readonly name: string
  readonly appId: string
  readonly sp: string
  readonly object: string
}
export type Change = readonly [name: string, next: string, previous?: string]

export const graphId = '00000003-0000-0000-c000-000000000000'
export const browser =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36'

/** A time without zone, some seconds after another. */
export const after = (time: string, seconds: number): string =>
  new Date(Date.parse(`${time}Z`) + seconds * 1000).toISOString().slice(0, 19)

/** The weekdays (as 2026-03-11) of a number of days. */
export const workdays = (first: string, days: number): string[] =>
  Array.from({ length: days }, (_, i) => after(`${first}T00:00:00`, i * 86_400).slice(0, 10)).filter(
    (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
  )

/** One tenant; its methods build one record each, or the records of one act. */
export class Directory {
  readonly id: string
  readonly graphSp: string
  readonly random: Random
  readonly domain: string

  constructor(random: Random, domain: string) {
    this.random = random
    this.domain = domain
    this.id = random.uuid()
    this.graphSp = random.uuid()
  }

  person(name: string, ip: string): Person {
    const { random } = this
    return {
      upn: `${name}@${this.domain}`,
      oid: random.uuid(),
      puid: `10032002${random.digits(8)}`,
      mailbox: random.uuid(),
      sid: `S-1-5-21-${random.digits(10)}-${random.digits(9)}-${random.digits(10)}-${random.digits(7)}`,
      ip,
    }
  }

  app(name: string, appId?: string): App {
    const { random } = this
    return { name, appId: appId ?? random.uuid(), sp: random.uuid(), object: random.uuid() }
  }

  record(time: string, Operation: string, RecordType: number, Workload: string, rest: object): Made {
    const Id = this.random.uuid()
    return { CreationTime: time, Id, Operation, OrganizationId: this.id, RecordType, Version: 1, Workload, ...rest }
  }

  /** A record of the directory; the actor is a person or the service principal of an application. */
  directory(
    time: string,
    operation: string,
    actor: Person | App,
    target: readonly [id: string, type: number][],
    changes: readonly Change[],
    more: { object: string; category: string; details?: object; correlation?: string },
  ): Made {
    const user = 'upn' in actor
    const oid = user ? actor.oid : actor.sp
    const kind = user ? 'User' : 'ServicePrincipal'
    const head: [string, number][] = user
      ? [
          [actor.upn, 5],
          [actor.puid, 3],
          ['18ed3507-a475-4ccb-b669-d66bc9f2a36e', 2],
        ]
      : [
          [actor.name, 1],
          [actor.appId, 2],
        ]
    const pairs = (all: readonly (readonly [string, number])[]) => all.map(([ID, Type]) => ({ ID, Type }))
    return this.record(time, operation, 8, 'AzureActiveDirectory', {
      ResultStatus: 'Success',
      UserKey: user ? `${actor.puid}@${this.domain}` : 'Not Available',
      UserType: user ? 0 : 4,
      ObjectId: more.object,
      UserId: user ? actor.upn : `ServicePrincipal_${oid}`,
      AzureActiveDirectoryEventType: 1,
      ExtendedProperties: [
        { Name: 'additionalDetails', Value: JSON.stringify(more.details ?? { 'User-Agent': browser }) },
        { Name: 'extendedAuditEventCategory', Value: more.category },
      ],
      ModifiedProperties: changes.map(([Name, NewValue, OldValue = '']) => ({ Name, NewValue, OldValue })),
      Actor: pairs([...head, [`${kind}_${oid}`, 2], [oid, 2], [kind, 2]]),
      ActorContextId: this.id,
      InterSystemsId: more.correlation ?? this.random.uuid(),
      IntraSystemId: this.random.uuid(),
      SupportTicketId: '',
      Target: pairs(target),
      TargetContextId: this.id,
    })
  }
}
