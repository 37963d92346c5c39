// Records of both vendors for incidents with ordinary work around them, in the documented layouts.
// Directory events have two forms: management activity ("audit") and the Entra diagnostic stream ("stream").
import type { RawRecord } from './campaign.ts'
import type { Random } from './random.ts'

const graph = '00000003-0000-0000-c000-000000000000'
const none = '00000000-0000-0000-0000-000000000000'
const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36'
const given =
  'anneli bruno carla dario edda falk gesine henk ilka jonne katja lasse mira nils oda piet rieke sven tilda udo vera wim xenia yorick zita arne birte cord dorit eike'.split(
    ' ',
  )
const family = 'ahlers brook cordes dahl ebel frost gerlach holm iversen jansen krog lund'.split(' ')

/** Where a request comes from. */
export interface Place {
  readonly ip: string
  readonly asn: number
  readonly country: string
  readonly city: string
}

export interface Client {
  readonly name: string
  readonly appId: string
  readonly oid: string
  /** Tenant that owns the registration. */
  readonly owner?: string
}

export interface Member {
  readonly mail: string
  readonly name: string
  readonly oid: string
  readonly puid: string
  readonly sid: string
  readonly box: string
  readonly home: Place
}

/** A moment in UTC, with seconds added. */
export const at = (day: string, time: string, seconds = 0): Date =>
  new Date(Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`) + seconds * 1000)

/** The day after `days` days. */
export const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Days from Monday to Friday in a span of `days` days. */
export const workdays = (from: string, days: number): string[] =>
  Array.from({ length: days }, (_, i) => later(from, i)).filter(
    (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
  )

/** Names that do not repeat. */
const nameOf = (i: number): [string, string] => [
  given[i % given.length] ?? 'anneli',
  family[(i * 5 + Math.floor(i / given.length)) % family.length] ?? 'holm',
]

interface Entry {
  readonly time: number
  readonly record: RawRecord
}

const inOrder = (entries: readonly Entry[]): RawRecord[] =>
  [...entries].sort((a, b) => a.time - b.time).map(({ record }) => record)

const dotNet = (guid: string): Buffer => {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex')
  return Buffer.concat([
    bytes.subarray(0, 4).reverse(),
    bytes.subarray(4, 6).reverse(),
    bytes.subarray(6, 8).reverse(),
    bytes.subarray(8),
  ])
}

/** The day of an intrusion and the people in it. */
interface Around<T> {
  readonly day: string
  readonly involved: readonly T[]
  readonly gone?: readonly T[]
}

type Value = string | readonly unknown[]
type Property = readonly [name: string, now: Value, before?: Value]

interface Target {
  readonly kind: 'User' | 'ServicePrincipal' | 'Application' | 'Device'
  readonly id: string
  readonly name: string
  readonly appId?: string
  readonly upn?: string
}

export interface Act {
  readonly when: Date
  readonly by: Member
  /** Address of the request; a consent screen has a token service address. */
  readonly from?: Place
  readonly agent?: string
  readonly correlation?: string
}

const estsPlace: Place = { ip: '20.190.160.17', asn: 8075, country: 'NL', city: 'Amsterdam' }
const principal = (client: Client): Target => ({
  kind: 'ServicePrincipal',
  id: client.oid,
  name: client.name,
  appId: client.appId,
})
const person = (member: Member): Target => ({ kind: 'User', id: member.oid, name: member.name, upn: member.mail })

export const firstParty = {
  home: ['OfficeHome', '4765445b-32c6-49b0-83e6-1d93765276ca'],
  outlook: ['Outlook Mobile', '27922004-5251-4030-b22d-91ecd9a37ea4'],
  web: ['One Outlook Web', '9199bf20-a13f-4107-85dc-02114787ef48'],
  office: ['Microsoft Office', 'd3590ed6-52b3-4102-aeff-aad2292ab01c'],
  portal: ['Azure Portal', 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c'],
  broker: ['Microsoft Authentication Broker', '29d9ed98-a469-4536-ade2-f981bc1d605e'],
} as const

const stock = (key: keyof typeof firstParty): Client => ({
  name: firstParty[key][0],
  appId: firstParty[key][1],
  oid: none,
  owner: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
})
export const clients = {
  home: stock('home'),
  outlook: stock('outlook'),
  web: stock('web'),
  office: stock('office'),
  portal: stock('portal'),
  broker: stock('broker'),
}

/** One Microsoft tenant. */
export class Office {
  readonly people: Member[]
  readonly tenant: string
  readonly #graphOid: string
  readonly #entries: Entry[] = []
  readonly #site: string
  readonly #list: string
  readonly random: Random
  readonly domain: string
  readonly form: 'audit' | 'stream'
  readonly desk: Place

  constructor(random: Random, domain: string, form: 'audit' | 'stream', staff: number, desk: Place) {
    this.random = random
    this.domain = domain
    this.form = form
    this.desk = desk
    this.tenant = random.uuid()
    this.#graphOid = random.uuid()
    this.#site = random.uuid()
    this.#list = random.uuid()
    this.people = Array.from({ length: staff }, (_, i) => {
      const [first, last] = nameOf(i)
      return this.member(`${first}.${last}`, `${first} ${last}`, i)
    })
  }

  /** A mailbox that is no person of the staff list. */
  member(local: string, name: string, i = 200): Member {
    const home = { ...this.desk, ip: `203.0.113.${(i % 250) + 1}`, asn: 64_502 }
    const puid = `1003200${this.random.uuid().replaceAll('-', '').slice(0, 9).toUpperCase()}`
    const sid = `S-1-5-21-1004336348-1177238915-682003330-${this.random.integer(100_000, 999_999)}`
    const box = this.random.uuid()
    return { mail: `${local}@${this.domain}`, name, oid: this.random.uuid(), puid, sid, box, home }
  }

  person(i: number): Member {
    const found = this.people[i]
    if (!found) throw new RangeError(`no person ${i}`)
    return found
  }

  /** A registration of this tenant, or of a foreign one. */
  client(name: string, foreign = false): Client {
    const owner = foreign ? this.random.uuid() : this.tenant
    return { name, appId: this.random.uuid(), oid: this.random.uuid(), owner }
  }

  get records(): RawRecord[] {
    return inOrder(this.#entries)
  }

  #add(when: Date, record: RawRecord, id: string): string {
    this.#entries.push({ time: when.getTime(), record })
    return id
  }

  #envelope(when: Date, category: string, operationName: string, ip: string, correlationId: string) {
    const arrival = new Date(when.getTime() + this.random.integer(60, 540) * 1000)
    return {
      time: arrival.toISOString().replace('Z', '4182Z'),
      resourceId: `/tenants/${this.tenant}/providers/Microsoft.aadiam`,
      operationName,
      operationVersion: '1.0',
      category,
      tenantId: this.tenant,
      resultSignature: 'None',
      durationMs: 0,
      callerIpAddress: ip,
      correlationId,
      Level: 4,
    }
  }

  /** A directory event; the text as the diagnostic stream writes it. */
  directory(activity: string, act: Act, group: string, targets: readonly Target[], properties: readonly Property[]) {
    const correlation = act.correlation ?? this.random.uuid()
    const from = act.from ?? estsPlace
    const agent = act.agent ?? (act.from ? chrome : 'EvoSTS')
    const main = targets[0]
    if (!main) throw new RangeError('an event without a target')
    const details = [{ key: 'User-Agent', value: agent }, ...(main.appId ? [{ key: 'AppId', value: main.appId }] : [])]
    if (this.form === 'stream') {
      const encode = (value: Value | undefined) => (value === undefined ? null : JSON.stringify(value))
      const id = `Directory_${correlation}_${this.random.uuid().slice(0, 5).toUpperCase()}_${this.random.digits(8)}`
      const modified = properties.map(([displayName, now, before]) => ({
        displayName,
        oldValue: encode(before),
        newValue: encode(now),
      }))
      const record = {
        ...this.#envelope(act.when, 'AuditLogs', activity, from.ip, correlation),
        properties: {
          id,
          category: group,
          correlationId: correlation,
          result: 'success',
          resultReason: '',
          activityDisplayName: activity,
          activityDateTime: act.when.toISOString().replace('Z', '214+00:00'),
          loggedByService: 'Core Directory',
          operationType: activity.startsWith('Add') ? 'Add' : 'Update',
          userAgent: null,
          initiatedBy: {
            user: {
              id: act.by.oid,
              displayName: act.from ? null : 'Azure ESTS Service',
              userPrincipalName: act.by.mail,
              ipAddress: from.ip,
              roles: [],
            },
          },
          targetResources: targets.map((target, i) => ({
            id: target.id,
            displayName: target.kind === 'User' ? null : target.name,
            type: target.kind,
            ...(target.upn ? { userPrincipalName: target.upn } : {}),
            modifiedProperties: i === 0 ? modified : [],
            administrativeUnits: [],
          })),
          additionalDetails: details,
        },
      }
      return this.#add(act.when, record, id)
    }
    const id = this.random.uuid()
    const text = (value: Value | undefined, empty: string) =>
      value === undefined
        ? empty
        : typeof value === 'string'
          ? value
          : JSON.stringify(value, null, 2).replaceAll('\n', '\r\n')
    const secret = activity.startsWith('Update application –')
    const extra = Object.fromEntries(details.map(({ key, value }) => [key, value]))
    const record = {
      CreationTime: act.when.toISOString().slice(0, 19),
      Id: id,
      Operation: secret ? activity : `${activity}.`,
      OrganizationId: this.tenant,
      RecordType: 8,
      ResultStatus: 'Success',
      UserKey: `${act.by.puid}@${this.domain}`,
      UserType: 0,
      Version: 1,
      Workload: 'AzureActiveDirectory',
      ObjectId:
        main.kind === 'Application'
          ? `Application_${main.id}`
          : main.appId === graph
            ? `https://graph.microsoft.com/;${graph}`
            : (main.appId ?? main.upn ?? main.id),
      UserId: act.by.mail,
      AzureActiveDirectoryEventType: 1,
      ExtendedProperties: [
        { Name: 'additionalDetails', Value: JSON.stringify(extra) },
        { Name: 'extendedAuditEventCategory', Value: main.kind },
      ],
      ModifiedProperties: properties.map(([Name, now, before]) => ({
        Name,
        NewValue: text(now, ''),
        OldValue: text(before, typeof now === 'string' ? '' : '[]'),
      })),
      Actor: [
        { ID: act.by.mail, Type: 5 },
        { ID: act.by.puid, Type: 3 },
        { ID: '18ed3507-a475-4ccb-b669-d66bc9f2a36e', Type: 2 },
        { ID: `User_${act.by.oid}`, Type: 2 },
        { ID: act.by.oid, Type: 2 },
        { ID: 'User', Type: 2 },
      ],
      ActorContextId: this.tenant,
      InterSystemsId: correlation,
      IntraSystemId: this.random.uuid(),
      SupportTicketId: '',
      Target: [
        { ID: `${main.kind}_${main.id}`, Type: 2 },
        { ID: main.id, Type: 2 },
        { ID: main.kind, Type: 2 },
        main.upn ? { ID: main.upn, Type: 5 } : { ID: main.name, Type: 1 },
        ...(main.appId ? [{ ID: main.appId, Type: 2 }] : []),
        ...(main.appId && main.kind === 'ServicePrincipal' ? [{ ID: main.appId, Type: 4 }] : []),
      ],
      TargetContextId: this.tenant,
    }
    return this.#add(act.when, record, id)
  }

  get #resource(): Target {
    return { kind: 'ServicePrincipal', id: this.#graphOid, name: 'Microsoft Graph', appId: graph }
  }

  /** A person, or an administrator for everybody, consents; the first consent makes the principal. */
  consent(act: Act, client: Client, scope: string, options: { everybody?: boolean; first?: boolean } = {}): string[] {
    const shared = { ...act, correlation: this.random.uuid() }
    const type = options.everybody ? 'AllPrincipals' : 'Principal'
    const parts = [client.oid, this.#graphOid, ...(options.everybody ? [] : [act.by.oid])]
    const grant = Buffer.concat(parts.map(dotNet)).toString('base64url')
    const ids: string[] = []
    const spn = ['TargetId.ServicePrincipalNames', client.appId] as const
    if (options.first) ids.push(this.#principal(shared, client))
    const granted: Property[] = [
      ['DelegatedPermissionGrant.Scope', ` ${scope}`],
      ['DelegatedPermissionGrant.ConsentType', type],
      ['ServicePrincipal.ObjectID', client.oid],
      ['ServicePrincipal.DisplayName', ''],
      ['ServicePrincipal.AppId', ''],
      ['ServicePrincipal.Name', ''],
      ['TargetId.ServicePrincipalNames', `https://graph.microsoft.com/;${graph}`],
    ]
    ids.push(
      this.directory('Add delegated permission grant', shared, 'ApplicationManagement', [this.#resource], granted),
    )
    if (!options.everybody)
      ids.push(
        this.directory(
          'Add app role assignment grant to user',
          shared,
          'UserManagement',
          [principal(client), person(act.by)],
          [
            ['AppRole.Id', none],
            ['User.ObjectID', act.by.oid],
            ['User.UPN', act.by.mail],
            ['User.PUID', act.by.puid],
            spn,
          ],
        ),
      )
    const entry = `[Id: ${grant}, ClientId: ${client.oid}, PrincipalId: ${options.everybody ? '' : act.by.oid}, ResourceId: ${this.#graphOid}, ConsentType: ${type}, Scope:  ${scope}, CreatedDateTime: , LastModifiedDateTime ]`
    ids.push(
      this.directory(
        'Consent to application',
        shared,
        'ApplicationManagement',
        [principal(client)],
        [
          ['ConsentContext.IsAdminConsent', options.everybody ? 'True' : 'False'],
          ['ConsentContext.IsAppOnly', 'False'],
          ['ConsentContext.OnBehalfOfAll', options.everybody ? 'True' : 'False'],
          ['ConsentContext.Tags', 'WindowsAzureActiveDirectoryIntegratedApp'],
          ['ConsentAction.Permissions', `[] => [${entry}]; `],
          spn,
        ],
      ),
    )
    return ids
  }

  #principal(act: Act, client: Client): string {
    return this.directory(
      'Add service principal',
      act,
      'ApplicationManagement',
      [principal(client)],
      [
        ['AccountEnabled', [true]],
        ['AppPrincipalId', [client.appId]],
        ['DisplayName', [client.name]],
        ['ServicePrincipalName', [client.appId]],
        ['Included Updated Properties', 'AccountEnabled, AppPrincipalId, DisplayName, ServicePrincipalName'],
        ['TargetId.ServicePrincipalNames', client.appId],
      ],
    )
  }

  /** A registration in this tenant with its principal and owner. */
  register(act: Act, client: Client, address = 'http://localhost'): string[] {
    const shared = { ...act, correlation: this.random.uuid() }
    const target: Target = { kind: 'Application', id: this.objectOf(client), name: client.name, appId: client.appId }
    const added = this.directory(
      'Add application',
      shared,
      'ApplicationManagement',
      [target],
      [
        ['AppId', [client.appId]],
        ['AvailableToOtherTenants', [false]],
        ['DisplayName', [client.name]],
        ['AppAddress', [{ AddressType: 0, Address: address, ReplyAddressClientType: 1 }]],
        ['PublisherDomain', [this.domain]],
        ['Included Updated Properties', 'AppId, AvailableToOtherTenants, DisplayName, AppAddress, PublisherDomain'],
      ],
    )
    const owner = this.directory(
      'Add owner to application',
      shared,
      'ApplicationManagement',
      [person(act.by), target],
      [
        ['Application.ObjectID', target.id],
        ['Application.DisplayName', client.name],
        ['Application.AppId', client.appId],
      ],
    )
    return [added, owner, this.#principal(shared, client)]
  }

  /** Object id of the registration, which differs from that of its principal. */
  objectOf(client: Client): string {
    return `${client.oid.slice(9, 13)}${client.oid.slice(0, 4)}${client.oid.slice(8)}`
  }

  /** Keys of a registration before and after. */
  keys(act: Act, client: Client, before: readonly (readonly [string, string])[], now: typeof before): string {
    const text = (list: typeof before) =>
      list.map(([key, name]) => `[KeyIdentifier=${key},KeyType=Password,KeyUsage=Verify,DisplayName=${name}]`)
    const target: Target = { kind: 'Application', id: this.objectOf(client), name: client.name, appId: client.appId }
    return this.directory(
      'Update application – Certificates and secrets management ',
      act,
      'ApplicationManagement',
      [target],
      [
        ['KeyDescription', text(now), text(before)],
        ['Included Updated Properties', 'KeyDescription'],
      ],
    )
  }

  /** A key on the principal alone. */
  principalKey(act: Act, client: Client, key: string, name: string): string {
    return this.directory(
      'Add service principal credentials',
      act,
      'ApplicationManagement',
      [principal(client)],
      [
        ['KeyDescription', [`[KeyIdentifier=${key},KeyType=Password,KeyUsage=Verify,DisplayName=${name}]`], []],
        ['Included Updated Properties', 'KeyDescription'],
        ['TargetId.ServicePrincipalNames', client.appId],
      ],
    )
  }

  /** An application permission on Microsoft Graph. */
  appRole(act: Act, client: Client, value: string, roleId: string): string {
    return this.directory(
      'Add app role assignment to service principal',
      act,
      'ApplicationManagement',
      [this.#resource, principal(client)],
      [
        ['AppRole.Id', roleId],
        ['AppRole.Value', value],
        ['AppRole.DisplayName', value],
        ['AppRoleAssignment.CreatedDateTime', act.when.toISOString().replace('Z', '0000Z')],
        ['AppRoleAssignment.LastModifiedDateTime', act.when.toISOString().replace('Z', '0000Z')],
        ['ServicePrincipal.ObjectID', client.oid],
        ['ServicePrincipal.DisplayName', client.name],
        ['ServicePrincipal.AppId', client.appId],
        ['ServicePrincipal.Name', client.appId],
        ['TargetId.ServicePrincipalNames', `https://graph.microsoft.com/;${graph}`],
      ],
    )
  }

  /** What responders do to an account. */
  account(
    activity: 'Reset user password' | 'Update StsRefreshTokenValidFrom Timestamp' | 'Disable account',
    act: Act,
    member: Member,
  ) {
    const changed: Property[] =
      activity === 'Disable account'
        ? [['AccountEnabled', [false], [true]]]
        : activity === 'Reset user password'
          ? []
          : [['StsRefreshTokensValidFrom', [act.when.toISOString().replace('.000Z', 'Z')]]]
    return this.directory(activity, act, 'UserManagement', [person(member)], changed)
  }

  /** What responders do to an application. */
  application(activity: 'disable' | 'remove' | 'delete', act: Act, client: Client): string {
    if (activity === 'disable')
      return this.directory(
        'Update service principal',
        act,
        'ApplicationManagement',
        [principal(client)],
        [
          ['AccountEnabled', [false], [true]],
          ['Included Updated Properties', 'AccountEnabled'],
          ['TargetId.ServicePrincipalNames', client.appId],
        ],
      )
    if (activity === 'remove')
      return this.directory('Remove service principal', act, 'ApplicationManagement', [principal(client)], [])
    const target: Target = { kind: 'Application', id: this.objectOf(client), name: client.name, appId: client.appId }
    return this.directory('Delete application', act, 'ApplicationManagement', [target], [])
  }

  removeGrant(act: Act, client: Client, scope: string, member: Member): string {
    return this.directory(
      'Remove delegated permission grant',
      act,
      'ApplicationManagement',
      [this.#resource],
      [
        ['DelegatedPermissionGrant.Scope', '', ` ${scope}`],
        ['DelegatedPermissionGrant.ConsentType', '', 'Principal'],
        ['DelegatedPermissionGrant.PrincipalId', '', member.oid],
        ['ServicePrincipal.ObjectID', client.oid, client.oid],
        ['TargetId.ServicePrincipalNames', `https://graph.microsoft.com/;${graph}`],
      ],
    )
  }

  device(act: Act, name: string): string {
    const target: Target = { kind: 'Device', id: this.random.uuid(), name }
    return this.directory('Register device', act, 'Device', [target, person(act.by)], [])
  }

  #signInBody(when: Date, client: Client, from: Place, error: number, correlation: string) {
    return {
      id: this.random.uuid(),
      createdDateTime: when.toISOString().replace('Z', '3907+00:00'),
      appId: client.appId,
      appDisplayName: client.name,
      ipAddress: from.ip,
      status: { errorCode: error },
      correlationId: correlation,
      conditionalAccessStatus: 'notApplied',
      resourceDisplayName: 'Microsoft Graph',
      resourceId: graph,
      resourceTenantId: this.tenant,
      homeTenantId: this.tenant,
      appOwnerTenantId: client.owner ?? this.tenant,
      autonomousSystemNumber: from.asn,
      location: { city: from.city, state: '', countryOrRegion: from.country, geoCoordinates: {} },
      uniqueTokenIdentifier: this.random.uuid().replaceAll('-', '').slice(0, 22),
      crossTenantAccessType: 'none',
    }
  }

  signIn(
    member: Member,
    when: Date,
    client: Client,
    from: Place,
    options: {
      error?: number
      protocol?: string
      transfer?: string
      silent?: boolean
      agent?: string
      session?: string
    } = {},
  ): string {
    const category = options.silent ? 'NonInteractiveUserSignInLogs' : 'SignInLogs'
    const error = options.error ?? 0
    const correlation = this.random.uuid()
    const body = {
      ...this.#signInBody(when, client, from, error, correlation),
      userId: member.oid,
      userPrincipalName: member.mail,
      userDisplayName: member.name,
      userType: 'member',
      userAgent: options.agent ?? chrome,
      clientAppUsed: options.silent ? 'Mobile Apps and Desktop clients' : 'Browser',
      isInteractive: !options.silent,
      tokenIssuerType: 'AzureAD',
      riskDetail: 'none',
      riskLevelAggregated: 'none',
      riskLevelDuringSignIn: 'none',
      riskState: 'none',
      authenticationProtocol: options.protocol ?? 'oAuth2',
      originalTransferMethod: options.transfer ?? 'none',
      incomingTokenType: options.silent ? 'refreshToken' : 'none',
      authenticationRequirement: 'multiFactorAuthentication',
      sessionId: options.session ?? this.random.uuid(),
      signInEventTypes: [options.silent ? 'nonInteractiveUser' : 'interactiveUser'],
    }
    const record = {
      ...this.#envelope(when, category, 'Sign-in activity', from.ip, correlation),
      resultType: String(error),
      location: from.country,
      properties: body,
    }
    return this.#add(when, record, body.id)
  }

  appSignIn(client: Client, when: Date, from: Place, keyId: string, error = 0): string {
    const correlation = this.random.uuid()
    const body = {
      ...this.#signInBody(when, client, from, error, correlation),
      userDisplayName: '',
      userPrincipalName: '',
      userId: '',
      clientAppUsed: 'Unknown',
      servicePrincipalId: client.oid,
      servicePrincipalName: client.name,
      servicePrincipalCredentialKeyId: keyId,
      clientCredentialType: 'clientSecret',
      signInEventTypes: ['servicePrincipal'],
    }
    const record = {
      ...this.#envelope(when, 'ServicePrincipalSignInLogs', 'Sign-in activity', from.ip, correlation),
      resultType: String(error),
      location: from.country,
      properties: body,
    }
    return this.#add(when, record, body.id)
  }

  #mail(member: Member, when: Date, client: Client, from: Place, alone: boolean) {
    const first = client.appId === clients.web.appId || client.appId === clients.outlook.appId
    const web = client.appId === clients.web.appId
    return {
      CreationTime: when.toISOString().slice(0, 19),
      Id: this.random.uuid(),
      OrganizationId: this.tenant,
      ResultStatus: 'Succeeded',
      UserKey: alone ? client.appId : member.puid,
      UserType: alone ? 5 : 0,
      Version: 1,
      Workload: 'Exchange',
      UserId: alone ? client.appId : member.mail,
      AppId: first ? client.appId : graph,
      ClientAppId: client.appId,
      ClientIPAddress: from.ip,
      ClientInfoString: web
        ? 'Client=OWA;Action=ViaProxy'
        : first
          ? 'Client=OutlookService;Outlook-iOS/2.0;'
          : 'Client=REST;;',
      ExternalAccess: false,
      InternalLogonType: 0,
      LogonType: alone ? 1 : 0,
      LogonUserSid: alone ? 'S-1-5-18' : member.sid,
      MailboxGuid: member.box,
      MailboxOwnerSid: member.sid,
      MailboxOwnerUPN: member.mail,
      OrganizationName: this.domain.replace('.example', '.onmicrosoft.com'),
      OriginatingServer: 'DB9PR09MB4321 (15.20.9184.012)\r\n',
      AppAccessContext: {
        APIId: graph,
        ClientAppId: client.appId,
        IssuedAtTime: new Date(when.getTime() - 240_000).toISOString().slice(0, 19),
        UniqueTokenId: this.random.uuid().replaceAll('-', '').slice(0, 22),
      },
    }
  }

  /** Messages of a folder are read; `alone` is an application without a user. */
  read(
    member: Member,
    when: Date,
    client: Client,
    from: Place,
    count: number,
    folder = 'Inbox',
    alone = false,
  ): string {
    const base = this.#mail(member, when, client, from, alone)
    const items = Array.from({ length: count }, () => ({
      InternetMessageId: `<${this.random.uuid()}@mail.${this.domain}>`,
      SizeInBytes: this.random.integer(4000, 90_000),
    }))
    const record = {
      ...base,
      Operation: 'MailItemsAccessed',
      RecordType: 50,
      OperationProperties: [
        { Name: 'MailAccessType', Value: 'Bind' },
        { Name: 'IsThrottled', Value: 'False' },
      ],
      Folders: [{ FolderItems: items, Id: 'LgAAAABxY2VzYW1wbGVmb2xkZXJpZAEA', Path: `\\${folder}` }],
      OperationCount: count,
    }
    return this.#add(when, record, base.Id)
  }

  send(member: Member, when: Date, client: Client, from: Place, subject: string, alone = false): string {
    const base = this.#mail(member, when, client, from, alone)
    const record = {
      ...base,
      Operation: 'Send',
      RecordType: 2,
      Item: {
        Id: this.random.uuid(),
        InternetMessageId: `<${this.random.uuid()}@mail.${this.domain}>`,
        ParentFolder: { Id: 'LgAAAABzZW50Zm9sZGVyAQ', Path: '\\Sent Items' },
        SizeInBytes: this.random.integer(6000, 40_000),
        Subject: subject,
      },
    }
    return this.#add(when, record, base.Id)
  }

  /** A cmdlet that a person runs on the own mailbox. */
  rule(member: Member, when: Date, from: Place, name: string, settings: Readonly<Record<string, string>>): string {
    const id = this.random.uuid()
    const organization = this.domain.replace('.example', '.onmicrosoft.com')
    const record = {
      CreationTime: when.toISOString().slice(0, 19),
      Id: id,
      Operation: 'New-InboxRule',
      OrganizationId: this.tenant,
      RecordType: 1,
      ResultStatus: 'True',
      UserKey: member.mail,
      UserType: 2,
      Version: 1,
      Workload: 'Exchange',
      ClientIP: `${from.ip}:${this.random.integer(20_000, 60_000)}`,
      ObjectId: `EURP194A004.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/${organization}/${member.oid}\\${name}`,
      UserId: member.mail,
      AppId: '00000002-0000-0ff1-ce00-000000000000',
      AppPoolName: 'MSExchangeOWAAppPool',
      ClientAppId: '',
      ExternalAccess: false,
      OrganizationName: organization,
      OriginatingServer: 'DB9PR09MB4321 (15.20.9184.012)',
      Parameters: [
        { Name: 'AlwaysDeleteOutlookRulesBlob', Value: 'False' },
        { Name: 'Force', Value: 'False' },
        { Name: 'Name', Value: name },
        ...Object.entries(settings).map(([Name, Value]) => ({ Name, Value })),
      ],
      RequestId: this.random.uuid(),
      SessionId: this.random.uuid(),
    }
    return this.#add(when, record, id)
  }

  /** A file is opened, downloaded or changed; `alone` is an application without a user. */
  file(
    operation: string,
    member: Member,
    when: Date,
    client: Client,
    from: Place,
    path: string,
    alone = false,
    agent = chrome,
  ) {
    const id = this.random.uuid()
    const host = `https://${this.domain.replace('.example', '')}.sharepoint.com/sites/work/`
    const name = path.split('/').at(-1) ?? path
    const correlation = this.random.uuid()
    const record = {
      CreationTime: when.toISOString().slice(0, 19),
      Id: id,
      Operation: operation,
      OrganizationId: this.tenant,
      RecordType: 6,
      UserKey: alone ? 'app@sharepoint' : `i:0h.f|membership|${member.puid.toLowerCase()}@live.com`,
      UserType: alone ? 5 : 0,
      Version: 1,
      Workload: 'SharePoint',
      ClientIP: from.ip,
      ObjectId: `${host}${path}`,
      UserId: alone ? 'app@sharepoint' : member.mail,
      ApplicationId: client.appId,
      ApplicationDisplayName: client.name,
      AuthenticationType: 'OAuth',
      CorrelationId: correlation,
      EventSource: 'SharePoint',
      ItemType: 'File',
      ListId: this.#list,
      ListItemUniqueId: this.random.uuid(),
      Site: this.#site,
      WebId: this.#site,
      UserAgent: agent,
      AppAccessContext: {
        ClientAppId: client.appId,
        ClientAppName: client.name,
        CorrelationId: correlation,
        UniqueTokenId: this.random.uuid().replaceAll('-', '').slice(0, 22),
      },
      SiteUrl: host,
      SourceFileExtension: name.split('.').at(-1) ?? '',
      SourceFileName: name,
      SourceRelativeUrl: path.split('/').slice(0, -1).join('/'),
      FileSizeBytes: this.random.integer(9000, 900_000),
    }
    return this.#add(when, record, id)
  }

  /**
   * Days of ordinary work of all people; the ids of its records, without those of `involved` people from `around.day` on.
   * People who are `gone` do nothing after that day.
   */
  ordinary(from: string, days: number, around?: Around<Member>): string[] {
    const ids: string[] = []
    const { random } = this
    for (const day of workdays(from, days))
      for (const member of this.people) {
        if (random.number() < 0.35) continue
        if (around && day > around.day && around.gone?.includes(member)) continue
        const hers: string[] = []
        const place = random.number() < 0.3 ? member.home : this.desk
        const start = at(day, '07:10', random.integer(0, 7000))
        hers.push(this.signIn(member, start, clients.home, place))
        const minutes = (least: number, most: number) =>
          new Date(start.getTime() + random.integer(least, most) * 60_000)
        hers.push(this.read(member, minutes(2, 60), clients.web, place, random.integer(1, 9)))
        if (random.number() < 0.5) hers.push(this.read(member, minutes(90, 500), clients.outlook, member.home, 3))
        if (random.number() < 0.4)
          hers.push(this.send(member, minutes(60, 400), clients.web, place, 'Minutes of today'))
        if (random.number() < 0.4)
          hers.push(
            this.file('FileAccessed', member, minutes(30, 450), clients.office, place, 'Shared Documents/Plan.docx'),
          )
        if (!around || day < around.day || !around.involved.includes(member)) ids.push(...hers)
      }
    return ids
  }
}

type Parameter = Readonly<Record<string, unknown>> & { readonly name: string }

/** A client of Google Workspace. */
export interface GoogleClient {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly scopes: readonly string[]
}

const bucket = (scope: string): string =>
  /gmail|mail\.google/.test(scope)
    ? 'GMAIL'
    : /drive|spreadsheets|documents/.test(scope)
      ? 'DRIVE'
      : /calendar/.test(scope)
        ? 'CALENDAR'
        : /contacts/.test(scope)
          ? 'CONTACTS'
          : /admin\.|apps\.groups/.test(scope)
            ? 'GSUITE_ADMIN'
            : 'IDENTITY'

export const scopeOf = (name: string): string =>
  name === 'mail' ? 'https://mail.google.com/' : `https://www.googleapis.com/auth/${name}`

export interface Account {
  readonly mail: string
  readonly profile: string
  readonly home: Place
}

/** One Google Workspace tenant. */
export class Workspace {
  readonly people: Account[]
  readonly customer: string
  readonly random: Random
  readonly domain: string
  readonly desk: Place
  readonly #entries: Entry[] = []

  constructor(random: Random, domain: string, staff: number, desk: Place) {
    this.random = random
    this.domain = domain
    this.desk = desk
    this.customer = `C0${random.uuid().slice(0, 7)}`
    this.people = Array.from({ length: staff }, (_, i) => this.account(nameOf(i).join('.'), i))
  }

  account(local: string, i = 200): Account {
    const home = { ...this.desk, ip: `203.0.113.${(i % 250) + 1}`, asn: 64_502 }
    return { mail: `${local}@${this.domain}`, profile: `1${this.random.digits(20)}`, home }
  }

  person(i: number): Account {
    const found = this.people[i]
    if (!found) throw new RangeError(`no person ${i}`)
    return found
  }

  client(name: string, scopes: readonly string[], type = 'WEB'): GoogleClient {
    const tail = this.random.uuid().replaceAll('-', '').slice(0, 32)
    return {
      id: `${this.random.digits(12)}-${tail}.apps.googleusercontent.com`,
      name,
      type,
      scopes: scopes.map(scopeOf),
    }
  }

  get records(): RawRecord[] {
    return inOrder(this.#entries)
  }

  #add(
    application: string,
    actor: Account | string,
    when: Date,
    from: Place | undefined,
    type: string,
    name: string,
    parameters: readonly Parameter[],
  ): string {
    const qualifier = `${this.random.number() < 0.5 ? '-' : ''}${this.random.digits(18)}`
    const outside = typeof actor === 'string'
    const record = {
      kind: 'admin#reports#activity',
      id: {
        time: when.toISOString(),
        uniqueQualifier: qualifier,
        applicationName: application,
        customerId: this.customer,
      },
      etag: `"${this.random.uuid().slice(0, 8)}/${this.random.uuid().slice(0, 18)}"`,
      actor: {
        callerType: 'USER',
        email: outside ? actor : actor.mail,
        profileId: outside ? '105250506097979753968' : actor.profile,
      },
      ...(outside ? {} : { ownerDomain: this.domain }),
      ...(from ? { ipAddress: from.ip, networkInfo: { ipAsn: [from.asn], regionCode: from.country } } : {}),
      events: [{ type, name, parameters }],
    }
    this.#entries.push({ time: when.getTime(), record })
    return qualifier
  }

  /** `authorize`, `revoke` or `deny`. */
  grant(event: 'authorize' | 'revoke' | 'deny', who: Account, when: Date, client: GoogleClient, from?: Place): string {
    const data = client.scopes.map((scope) => ({
      parameter: [
        { name: 'scope_name', value: scope },
        { name: 'product_bucket', multiValue: [bucket(scope)] },
      ],
    }))
    return this.#add('token', who, when, from, 'auth', event, [
      { name: 'client_id', value: client.id },
      { name: 'app_name', value: client.name },
      { name: 'client_type', value: client.type },
      { name: 'scope_data', multiMessageValue: data },
      { name: 'scope', multiValue: client.scopes },
    ])
  }

  /** One call of an API with a token of the account. */
  call(who: Account, when: Date, client: GoogleClient, method: string, from: Place, bytes = 4000): string {
    const api = method.split('.')[0] ?? method
    return this.#add('token', who, when, from, 'auth', 'activity', [
      { name: 'api_name', value: api },
      { name: 'method_name', value: method },
      { name: 'client_id', value: client.id },
      { name: 'num_response_bytes', intValue: String(bytes + this.random.integer(0, 900)) },
      {
        name: 'product_bucket',
        value: bucket(api === 'people' ? 'contacts' : api === 'directory' ? 'admin.directory' : api),
      },
      { name: 'app_name', value: client.name },
      { name: 'client_type', value: client.type },
    ])
  }

  admin(who: Account, when: Date, from: Place, type: string, name: string, values: Readonly<Record<string, unknown>>) {
    const parameters = Object.entries(values).map(([key, value]) =>
      Array.isArray(value) ? { name: key, multiValue: value } : { name: key, value },
    )
    return this.#add('admin', who, when, from, type, name, parameters)
  }

  delegate(who: Account, when: Date, from: Place, client: GoogleClient): string {
    return this.admin(who, when, from, 'DOMAIN_SETTINGS', 'AUTHORIZE_API_CLIENT_ACCESS', {
      DOMAIN_NAME: this.domain,
      API_CLIENT_NAME: client.id,
      API_SCOPES: client.scopes,
    })
  }

  login(who: Account, when: Date, from: Place, name = 'login_success', suspicious = false): string {
    return this.#add('login', who, when, from, 'login', name, [
      { name: 'login_type', value: 'google_password' },
      { name: 'login_challenge_method', multiValue: ['password', 'google_prompt'] },
      { name: 'is_suspicious', boolValue: suspicious },
    ])
  }

  /** An act on a file; `client` is the application that did it, `values` further parameters. */
  file(
    who: Account | string,
    when: Date,
    from: Place | undefined,
    name: string,
    title: string,
    owner: Account,
    client?: GoogleClient,
    values: Readonly<Record<string, unknown>> = {},
  ): string {
    const extra = Object.entries(values).map(([key, value]) =>
      Array.isArray(value) ? { name: key, multiValue: value } : { name: key, value },
    )
    return this.#add('drive', who, when, from, name.startsWith('change_') ? 'acl_change' : 'access', name, [
      { name: 'primary_event', boolValue: true },
      { name: 'billable', boolValue: true },
      { name: 'doc_id', value: `1${this.random.uuid().replaceAll('-', '')}` },
      { name: 'doc_type', value: title.endsWith('.pdf') ? 'pdf' : 'spreadsheet' },
      { name: 'doc_title', value: title },
      { name: 'owner', value: owner.mail },
      { name: 'owner_is_shared_drive', boolValue: false },
      ...(values.visibility ? [] : [{ name: 'visibility', value: 'people_within_domain_with_link' }]),
      { name: 'originating_app_id', value: client ? client.id.slice(0, 12) : '691301496089' },
      { name: 'actor_is_collaborator_account', boolValue: false },
      ...extra,
    ])
  }

  /**
   * Days of ordinary work of all people; the ids of its records, without those of `involved` people from `around.day` on.
   * People who are `gone` do nothing after that day.
   */
  ordinary(from: string, days: number, around?: Around<Account>): string[] {
    const ids: string[] = []
    const { random } = this
    for (const day of workdays(from, days))
      for (const who of this.people) {
        if (random.number() < 0.35) continue
        if (around && day > around.day && around.gone?.includes(who)) continue
        const hers: string[] = []
        const place = random.number() < 0.3 ? who.home : this.desk
        const start = at(day, '07:10', random.integer(0, 7000))
        const minutes = (least: number, most: number) =>
          new Date(start.getTime() + random.integer(least, most) * 60_000)
        if (random.number() < 0.3) hers.push(this.login(who, start, place))
        for (let i = random.integer(1, 3); i > 0; i--)
          hers.push(this.file(who, minutes(1, 500), place, random.pick(['view', 'edit']), 'Plan of the week', who))
        if (random.number() < 0.15) hers.push(this.file(who, minutes(1, 500), place, 'download', 'Offer.pdf', who))
        if (!around || day < around.day || !around.involved.includes(who)) ids.push(...hers)
      }
    return ids
  }
}
