// Records of both vendors in their documented layouts, for campaigns written from public reports alone.
import type { RawRecord } from './campaign.ts'
import type { Random } from './random.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** Microsoft Graph as a resource. */
const GRAPH = '00000003-0000-0000-c000-000000000000'
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0'

/** App roles of Microsoft Graph. */
const APP_ROLES = {
  'Mail.Read': '810c84a8-4a9e-49e6-bf7d-12d183f40d01',
  'Mail.ReadWrite': 'e2a3a72e-5f79-4c64-b1b1-878b674786c9',
  'Sites.Read.All': '332a536c-c7ef-4017-ab91-336970924f0d',
  'Sites.FullControl.All': 'a82116e5-55eb-4c41-a434-62fe8a61c773',
  'Files.Read.All': '01d4889c-1287-42c6-ac1f-5d1e02578ef6',
  'User.Read.All': 'df021288-bdef-4463-88db-98f22de89214',
  'Directory.Read.All': '7ab1d382-f21e-4acd-a863-ba3e13f7da61',
} as const
export type AppRole = keyof typeof APP_ROLES

/** A network with the place that the vendor gives for it. */
export interface Place {
  readonly ip: string
  readonly asn: number
  readonly country: string
  readonly city: string
}

export interface Person {
  readonly upn: string
  readonly oid: string
  readonly puid: string
  readonly sid: string
  readonly mailbox: string
  readonly profile: string
  readonly place: Place
}

/** An application in Entra, as the tenant sees it. */
export interface App {
  readonly name: string
  readonly appId: string
  readonly principal: string
  readonly object: string
  readonly owner: string
}

const FIRST =
  'ada ben cleo dario elif finn greta hugo ines jonas kira luca mina nils olga paul ruth sami tara uwe'.split(' ')
const LAST = 'arnold brandt castro dietz ekberg fiore garcia holm ivanov jansen'.split(' ')

/** Distinct people of one domain at one place. */
export const staff = (random: Random, domain: string, count: number, place: Place): Person[] => {
  const shift = random.integer(0, 9)
  return Array.from({ length: count }, (_, i) => ({
    upn: `${FIRST[i % 20]}.${LAST[(i + shift + Math.floor(i / 20) * 3) % 10]}@${domain}`,
    oid: random.uuid(),
    puid: `1003200${random.digits(9)}`,
    sid: `S-1-5-21-${random.digits(10)}-${random.digits(9)}-${random.digits(10)}-${random.digits(7)}`,
    mailbox: random.uuid(),
    profile: `1${random.digits(20)}`,
    place,
  }))
}

/** Midnights of the working days in `count` days from `first`. */
export const workdays = (first: string, count: number): number[] =>
  Array.from({ length: count }, (_, i) => Date.parse(`${first}T00:00:00Z`) + i * DAY).filter(
    (day) => ![0, 6].includes(new Date(day).getUTCDay()),
  )

interface Shapes {
  readonly Id?: string
  readonly CreationTime?: string
  readonly time?: string
  readonly properties?: { readonly id?: string; readonly createdDateTime?: string }
  readonly id?: { readonly time: string; readonly uniqueQualifier: string }
  readonly insertId?: string
  readonly timestamp?: string
}

export const idOf = (record: RawRecord | undefined): string => {
  const { Id, properties, id, insertId } = (record ?? {}) as Shapes
  const found = Id ?? properties?.id ?? id?.uniqueQualifier ?? insertId
  if (found === undefined) throw new TypeError('A record has no vendor id')
  return found
}
export const idsOf = (records: readonly RawRecord[]): string[] => records.map(idOf)

export const timeOf = (record: RawRecord): number => {
  const { CreationTime, properties, id, timestamp, time } = record as Shapes
  return Date.parse(
    CreationTime ? `${CreationTime}Z` : (properties?.createdDateTime ?? id?.time ?? timestamp ?? time ?? ''),
  )
}
export const inOrder = (records: readonly RawRecord[]): RawRecord[] => records.toSorted((a, b) => timeOf(a) - timeOf(b))

const iso = (time: number): string => new Date(time).toISOString()
const seconds = (time: number): string => iso(time).slice(0, 19)
const ticks = (time: number): string => iso(time).replace('Z', '0000Z')
const json = (value: unknown): string => JSON.stringify([value], null, 2).replaceAll('\n', '\r\n')
const pairs = (values: Readonly<Record<string, readonly [string, string]>>) =>
  Object.entries(values).map(([Name, [NewValue, OldValue]]) => ({ Name, NewValue, OldValue }))

/** The id of a delegated grant: the ids in .NET byte order, in base64url. */
const grantId = (...ids: readonly string[]): string =>
  Buffer.concat(
    ids.map((id) => {
      const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
      return Buffer.concat([
        bytes.subarray(0, 4).reverse(),
        bytes.subarray(4, 6).reverse(),
        bytes.subarray(6, 8).reverse(),
        bytes.subarray(8),
      ])
    }),
  ).toString('base64url')

interface Change {
  readonly object: string
  readonly category: 'Application' | 'ServicePrincipal' | 'User' | 'Role'
  readonly target: readonly (readonly [string, number])[]
  readonly modified: Readonly<Record<string, readonly [string, string]>>
  readonly correlation?: string
  readonly agent?: string
  readonly appId?: string
}

interface Use {
  readonly ip: string
  readonly folder?: string
  readonly count?: number
  readonly token?: string
  /** Without a user: the application's own permission. */
  readonly alone?: boolean
}

/** A Microsoft 365 tenant and the records that it writes. */
export class Office {
  readonly random: Random
  readonly tenant: string
  readonly domain: string
  readonly #graph: string
  readonly #known = new Set<string>()

  constructor(random: Random, domain: string) {
    this.random = random
    this.domain = domain
    this.tenant = random.uuid()
    this.#graph = random.uuid()
  }

  /** An application; `appId` for one that Microsoft publishes, `foreign` for one of another tenant. */
  app(name: string, { appId, foreign = false }: { appId?: string; foreign?: boolean } = {}): App {
    const { random } = this
    const owner = appId ? 'f8cdef31-a31e-4b4a-93e4-5f571e91255a' : foreign ? random.uuid() : this.tenant
    return { name, appId: appId ?? random.uuid(), principal: random.uuid(), object: random.uuid(), owner }
  }

  #directory(time: number, actor: Person | App, Operation: string, change: Change): RawRecord {
    const { random, tenant } = this
    const person = 'upn' in actor ? actor : undefined
    const who: (readonly [string, number])[] =
      'upn' in actor
        ? [
            [actor.upn, 5],
            [actor.puid, 3],
            ['18ed3507-a475-4ccb-b669-d66bc9f2a36e', 2],
            [`User_${actor.oid}`, 2],
            [actor.oid, 2],
            ['User', 2],
          ]
        : [
            [actor.name, 1],
            [actor.appId, 2],
            [`ServicePrincipal_${actor.principal}`, 2],
            [actor.principal, 2],
            ['ServicePrincipal', 2],
          ]
    const details = { 'User-Agent': change.agent ?? EDGE, ...(change.appId ? { AppId: change.appId } : {}) }
    const list = (entries: readonly (readonly [string, number])[]) => entries.map(([ID, Type]) => ({ ID, Type }))
    return {
      CreationTime: seconds(time),
      Id: random.uuid(),
      Operation,
      OrganizationId: tenant,
      RecordType: 8,
      ResultStatus: 'Success',
      UserKey: person ? `${person.puid}@${this.domain}` : 'Not Available',
      UserType: person ? 0 : 4,
      Version: 1,
      Workload: 'AzureActiveDirectory',
      ObjectId: change.object,
      UserId: 'upn' in actor ? actor.upn : `ServicePrincipal_${actor.principal}`,
      AzureActiveDirectoryEventType: 1,
      ExtendedProperties: [
        { Name: 'additionalDetails', Value: JSON.stringify(details) },
        { Name: 'extendedAuditEventCategory', Value: change.category },
      ],
      ModifiedProperties: pairs(change.modified),
      Actor: list(who),
      ActorContextId: tenant,
      InterSystemsId: change.correlation ?? random.uuid(),
      IntraSystemId: random.uuid(),
      SupportTicketId: '',
      Target: list(change.target),
      TargetContextId: tenant,
    }
  }

  #principal({ name, appId, principal }: App): Change['target'] {
    return [
      [`ServicePrincipal_${principal}`, 2],
      [principal, 2],
      ['ServicePrincipal', 2],
      [name, 1],
      [appId, 2],
      [appId, 4],
    ]
  }

  #graphTarget(): Change['target'] {
    return [
      [`ServicePrincipal_${this.#graph}`, 2],
      [this.#graph, 2],
      ['ServicePrincipal', 2],
      ['Microsoft Graph', 1],
      [GRAPH, 2],
      [GRAPH, 4],
    ]
  }

  #account(person: Person): Change['target'] {
    return [
      [`User_${person.oid}`, 2],
      [person.oid, 2],
      ['User', 2],
      [person.upn, 5],
      [person.puid, 3],
    ]
  }

  /** The service principal of an application that the tenant sees for the first time. */
  newPrincipal(time: number, actor: Person, app: App, correlation?: string): RawRecord {
    this.#known.add(app.appId)
    const modified = {
      AccountEnabled: [json(true), '[]'],
      AppPrincipalId: [json(app.appId), '[]'],
      DisplayName: [json(app.name), '[]'],
      ServicePrincipalName: [json(app.appId), '[]'],
      'Included Updated Properties': ['AccountEnabled, AppPrincipalId, DisplayName, ServicePrincipalName', ''],
      'TargetId.ServicePrincipalNames': [app.appId, ''],
    } as const
    const agent = correlation ? 'EvoSTS' : EDGE
    const change = {
      object: app.appId,
      category: 'ServicePrincipal',
      target: this.#principal(app),
      modified,
      agent,
      appId: app.appId,
    } as const
    return this.#directory(time, actor, 'Add service principal.', correlation ? { ...change, correlation } : change)
  }

  /** All records of one consent; the last is the consent itself. */
  consent(
    time: number,
    person: Person,
    app: App,
    scopes: string,
    all: 'everyone' | 'self' = 'self',
    administrator = all === 'everyone',
  ): RawRecord[] {
    const correlation = this.random.uuid()
    const everyone = all === 'everyone'
    const agent = everyone ? EDGE : 'EvoSTS'
    const type = everyone ? 'AllPrincipals' : 'Principal'
    const id = grantId(app.principal, this.#graph, ...(everyone ? [] : [person.oid]))
    const entry = `[Id: ${id}, ClientId: ${app.principal}, PrincipalId: ${everyone ? '' : person.oid}, ResourceId: ${this.#graph}, ConsentType: ${type}, Scope:  ${scopes}, CreatedDateTime: , LastModifiedDateTime ]`
    const first = this.#known.has(app.appId) ? [] : [this.newPrincipal(time, person, app, correlation)]
    const grant = this.#directory(time, person, 'Add delegated permission grant.', {
      object: `https://graph.microsoft.com/;${GRAPH}`,
      category: 'ServicePrincipal',
      target: this.#graphTarget(),
      correlation,
      agent,
      appId: GRAPH,
      modified: {
        'DelegatedPermissionGrant.Scope': [` ${scopes}`, ''],
        'DelegatedPermissionGrant.ConsentType': [type, ''],
        'ServicePrincipal.ObjectID': [app.principal, ''],
        'ServicePrincipal.DisplayName': ['', ''],
        'ServicePrincipal.AppId': ['', ''],
        'ServicePrincipal.Name': ['', ''],
        'TargetId.ServicePrincipalNames': [`https://graph.microsoft.com/;${GRAPH}`, ''],
      },
    })
    const record = this.#directory(time, person, 'Consent to application.', {
      object: app.appId,
      category: 'ServicePrincipal',
      target: this.#principal(app),
      correlation,
      agent,
      appId: app.appId,
      modified: {
        'ConsentContext.IsAdminConsent': [administrator ? 'True' : 'False', ''],
        'ConsentContext.IsAppOnly': ['False', ''],
        'ConsentContext.OnBehalfOfAll': [everyone ? 'True' : 'False', ''],
        'ConsentContext.Tags': [everyone ? '' : 'WindowsAzureActiveDirectoryIntegratedApp', ''],
        'ConsentAction.Permissions': [`[] => [${entry}]; `, ''],
        'TargetId.ServicePrincipalNames': [app.appId, ''],
      },
    })
    return [...first, grant, record]
  }

  /** A permission of the application itself. */
  appRole(time: number, actor: Person, app: App, role: AppRole): RawRecord {
    return this.#directory(time, actor, 'Add app role assignment to service principal.', {
      object: `https://graph.microsoft.com/;${GRAPH}`,
      category: 'ServicePrincipal',
      target: this.#graphTarget(),
      appId: GRAPH,
      modified: {
        'AppRole.Id': [APP_ROLES[role], ''],
        'AppRole.Value': [role, ''],
        'AppRole.DisplayName': [role, ''],
        'AppRoleAssignment.CreatedDateTime': [ticks(time), ''],
        'AppRoleAssignment.LastModifiedDateTime': [ticks(time), ''],
        'ServicePrincipal.ObjectID': [app.principal, ''],
        'ServicePrincipal.DisplayName': [app.name, ''],
        'ServicePrincipal.AppId': [app.appId, ''],
        'ServicePrincipal.Name': [app.appId, ''],
        'TargetId.ServicePrincipalNames': [`https://graph.microsoft.com/;${GRAPH}`, ''],
      },
    })
  }

  /** The keys of an application change; each key is `[id, name]`. */
  keys(
    time: number,
    actor: Person,
    app: App,
    before: readonly (readonly [string, string])[],
    after: readonly (readonly [string, string])[],
  ): RawRecord {
    const text = (keys: readonly (readonly [string, string])[]) =>
      keys.length === 0
        ? '[]'
        : `[\r\n${keys.map(([id, name]) => `  "[KeyIdentifier=${id},KeyType=Password,KeyUsage=Verify,DisplayName=${name}]"`).join(',\r\n')}\r\n]`
    return this.#directory(time, actor, 'Update application – Certificates and secrets management ', {
      object: `Application_${app.object}`,
      category: 'Application',
      target: [
        [`Application_${app.object}`, 2],
        [app.object, 2],
        ['Application', 2],
        [app.name, 1],
        [app.appId, 2],
      ],
      appId: app.appId,
      modified: { KeyDescription: [text(after), text(before)], 'Included Updated Properties': ['KeyDescription', ''] },
    })
  }

  /** Sessions revoked and password reset by an administrator. */
  reset(time: number, admin: Person, person: Person): RawRecord[] {
    const change = { object: person.upn, category: 'User', target: this.#account(person) } as const
    return [
      this.#directory(time, admin, 'Reset user password.', { ...change, modified: {} }),
      this.#directory(time + 1000, admin, 'Update StsRefreshTokenValidFrom Timestamp.', {
        ...change,
        modified: {
          StsRefreshTokensValidFrom: [json(iso(time)), json(iso(time - 30 * DAY))],
          'Included Updated Properties': ['StsRefreshTokensValidFrom', ''],
        },
      }),
    ]
  }

  /** The application is switched off, then removed. */
  remove(time: number, admin: Person, app: App): RawRecord[] {
    const change = {
      object: app.appId,
      category: 'ServicePrincipal',
      target: this.#principal(app),
      appId: app.appId,
    } as const
    return [
      this.#directory(time, admin, 'Update service principal.', {
        ...change,
        modified: { AccountEnabled: [json(false), json(true)], 'Included Updated Properties': ['AccountEnabled', ''] },
      }),
      this.#directory(time + 10 * MINUTE, admin, 'Remove service principal.', { ...change, modified: {} }),
    ]
  }

  /** A sign-in through diagnostic settings: of a person, or of the application itself with the id of its key. */
  signIn(
    time: number,
    who: Person | { readonly key: string },
    app: App,
    place: Place,
    more: Readonly<Record<string, unknown>> = {},
  ): RawRecord {
    const { random, tenant } = this
    const person = 'upn' in who ? who : undefined
    const correlationId = random.uuid()
    const { errorCode } = (more.status ?? { errorCode: 0 }) as { readonly errorCode: number }
    const actor =
      'upn' in who
        ? {
            userId: who.oid,
            userPrincipalName: who.upn,
            userDisplayName: who.upn.split('@')[0]?.replace('.', ' '),
            userType: 'member',
          }
        : {
            userId: '',
            userPrincipalName: '',
            userDisplayName: '',
            servicePrincipalId: app.principal,
            servicePrincipalName: app.name,
            servicePrincipalCredentialKeyId: who.key,
            clientCredentialType: 'clientSecret',
          }
    return {
      time: ticks(time + 4 * MINUTE),
      resourceId: `/tenants/${tenant}/providers/Microsoft.aadiam`,
      operationName: 'Sign-in activity',
      operationVersion: '1.0',
      category: person ? 'SignInLogs' : 'ServicePrincipalSignInLogs',
      tenantId: tenant,
      resultType: `${errorCode}`,
      resultSignature: errorCode === 0 ? 'SUCCESS' : 'FAILURE',
      durationMs: 0,
      callerIpAddress: place.ip,
      correlationId,
      level: '4',
      location: place.country,
      properties: {
        id: random.uuid(),
        createdDateTime: ticks(time).replace('Z', '+00:00'),
        ...actor,
        appId: app.appId,
        appDisplayName: app.name,
        ipAddress: place.ip,
        status: { errorCode: 0 },
        clientAppUsed: person ? 'Browser' : 'Unknown',
        userAgent: person ? EDGE : '',
        location: { city: place.city, state: '', countryOrRegion: place.country, geoCoordinates: {} },
        correlationId,
        conditionalAccessStatus: 'notApplied',
        isInteractive: person !== undefined,
        riskLevelDuringSignIn: 'none',
        riskLevelAggregated: 'none',
        riskState: 'none',
        riskDetail: 'none',
        resourceDisplayName: 'Microsoft Graph',
        resourceId: GRAPH,
        resourceTenantId: tenant,
        homeTenantId: tenant,
        autonomousSystemNumber: place.asn,
        uniqueTokenIdentifier: random.uuid().replaceAll('-', '').slice(0, 22),
        authenticationProtocol: 'none',
        originalTransferMethod: 'none',
        incomingTokenType: 'none',
        authenticationRequirement: person ? 'multiFactorAuthentication' : 'singleFactorAuthentication',
        sessionId: random.uuid(),
        crossTenantAccessType: 'none',
        signInEventTypes: [person ? 'interactiveUser' : 'servicePrincipal'],
        appOwnerTenantId: app.owner,
        ...more,
      },
    }
  }

  #exchange(time: number, mailbox: Person, app: App, use: Use): Record<string, unknown> {
    const alone = use.alone === true
    return {
      CreationTime: seconds(time),
      Id: this.random.uuid(),
      OrganizationId: this.tenant,
      ResultStatus: 'Succeeded',
      UserKey: alone ? app.principal : mailbox.puid,
      UserType: alone ? 5 : 0,
      Version: 1,
      Workload: 'Exchange',
      UserId: alone ? `ServicePrincipal_${app.principal}` : mailbox.upn,
      AppId: GRAPH,
      ClientAppId: app.appId,
      ClientIPAddress: use.ip,
      ClientInfoString: 'Client=REST;;',
      ExternalAccess: false,
      InternalLogonType: 0,
      LogonType: alone ? 1 : 0,
      LogonUserSid: mailbox.sid,
      MailboxGuid: mailbox.mailbox,
      MailboxOwnerSid: mailbox.sid,
      MailboxOwnerUPN: mailbox.upn,
      OrganizationName: this.domain,
      OriginatingServer: 'DB9PR09MB4321 (15.20.9611.009)\r\n',
      AppAccessContext: {
        APIId: GRAPH,
        ClientAppId: app.appId,
        IssuedAtTime: seconds(time - 5 * MINUTE),
        UniqueTokenId: use.token ?? this.random.uuid().replaceAll('-', '').slice(0, 22),
      },
    }
  }

  /** An application reads messages of a mailbox. */
  mail(time: number, mailbox: Person, app: App, use: Use): RawRecord {
    const count = use.count ?? 4
    const FolderItems = Array.from({ length: count }, () => ({
      InternetMessageId: `<${this.random.uuid()}@mail.example>`,
      SizeInBytes: this.random.integer(9000, 90_000),
    }))
    return {
      ...this.#exchange(time, mailbox, app, use),
      Operation: 'MailItemsAccessed',
      RecordType: 50,
      OperationProperties: [
        { Name: 'MailAccessType', Value: 'Bind' },
        { Name: 'IsThrottled', Value: 'False' },
      ],
      Folders: [{ FolderItems, Id: 'LgAAAABxY2VzYW1wbGVmb2xkZXJpZAEA', Path: `\\${use.folder ?? 'Inbox'}` }],
      OperationCount: count,
    }
  }

  send(time: number, mailbox: Person, app: App, use: Use, subject: string): RawRecord {
    const Item = {
      Id: 'RgAAAABx',
      InternetMessageId: `<${this.random.uuid()}@mail.example>`,
      ParentFolder: { Id: 'LgAAAABx', Path: '\\Sent Items' },
      Subject: subject,
      SizeInBytes: 14_200,
    }
    return { ...this.#exchange(time, mailbox, app, use), Operation: 'Send', RecordType: 2, Item }
  }

  /** A rule of the mailbox that an application makes. */
  rule(time: number, mailbox: Person, app: App, ip: string, parameters: Readonly<Record<string, string>>): RawRecord {
    return {
      CreationTime: seconds(time),
      Id: this.random.uuid(),
      Operation: 'New-InboxRule',
      OrganizationId: this.tenant,
      RecordType: 1,
      ResultStatus: 'True',
      UserKey: mailbox.upn,
      UserType: 2,
      Version: 1,
      Workload: 'Exchange',
      ClientIP: `${ip}:${this.random.integer(20_000, 60_000)}`,
      ObjectId: `${mailbox.upn}\\${parameters.Name ?? ''}`,
      UserId: mailbox.upn,
      AppId: GRAPH,
      AppPoolName: 'MSExchangeRestAppPool',
      ClientAppId: app.appId,
      CorrelationID: '',
      ExternalAccess: false,
      OrganizationName: this.domain,
      OriginatingServer: 'DB9PR09MB4321 (15.20.9611.009)',
      Parameters: Object.entries(parameters).map(([Name, Value]) => ({ Name, Value })),
      SessionId: this.random.uuid(),
    }
  }

  /** A file of SharePoint that an application fetches. */
  file(time: number, person: Person | 'alone', app: App, ip: string, site: string, name: string): RawRecord {
    const alone = person === 'alone'
    const SiteUrl = `https://${this.domain.split('.')[0]}.sharepoint.com/sites/${site}/`
    const CorrelationId = this.random.uuid()
    return {
      CreationTime: seconds(time),
      Id: this.random.uuid(),
      Operation: 'FileDownloaded',
      OrganizationId: this.tenant,
      RecordType: 6,
      UserKey: alone
        ? 'i:0i.t|00000003-0000-0ff1-ce00-000000000000|app@sharepoint'
        : `i:0h.f|membership|${person.puid}@live.com`,
      UserType: alone ? 5 : 0,
      Version: 1,
      Workload: 'SharePoint',
      ClientIP: ip,
      ObjectId: `${SiteUrl}Shared Documents/${name}`,
      UserId: alone ? 'app@sharepoint' : person.upn,
      ApplicationId: app.appId,
      ApplicationDisplayName: app.name,
      AppAccessContext: {
        ClientAppId: app.appId,
        CorrelationId,
        UniqueTokenId: this.random.uuid().replaceAll('-', '').slice(0, 22),
      },
      CorrelationId,
      EventSource: 'SharePoint',
      ItemType: 'File',
      ListId: this.random.uuid(),
      ListItemUniqueId: this.random.uuid(),
      Site: this.random.uuid(),
      WebId: this.random.uuid(),
      UserAgent: 'python-requests/2.32.5',
      SiteUrl,
      SourceRelativeUrl: 'Shared Documents',
      SourceFileName: name,
      SourceFileExtension: name.split('.').at(-1),
      FileSizeBytes: this.random.integer(20_000, 4_000_000),
    }
  }
}

/** An OAuth client of Google. */
export interface Client {
  readonly name: string
  readonly id: string
  readonly type: 'WEB' | 'NATIVE_DESKTOP' | 'NATIVE_APPLICATION'
}

type Parameter = Readonly<Record<string, unknown>>
const text = (name: string, value: string): Parameter => ({ name, value })
const SCOPE = 'https://www.googleapis.com/auth/'
const bucketOf = (scope: string): string =>
  scope.includes('mail')
    ? 'GMAIL'
    : scope.includes('drive')
      ? 'DRIVE'
      : scope.includes('calendar')
        ? 'CALENDAR'
        : scope.includes('contacts')
          ? 'CONTACTS'
          : scope.includes('admin')
            ? 'GSUITE_ADMIN'
            : 'IDENTITY'
/** A scope in full, from its last part. */
const full = (scope: string): string =>
  scope.includes('/') || ['openid', 'email', 'profile'].includes(scope) ? scope : `${SCOPE}${scope}`

/** A Google Workspace customer and the records that it writes. */
export class Workspace {
  readonly random: Random
  readonly domain: string
  readonly #customer: string

  constructor(random: Random, domain: string) {
    this.random = random
    this.domain = domain
    this.#customer = `C0${random.digits(7)}`
  }

  client(name: string, type: Client['type'] = 'WEB'): Client {
    const { random } = this
    const tail = Array.from({ length: 32 }, () => random.pick([...'abcdefghijklmnopqrstuvwxyz0123456789'])).join('')
    return { name, id: `${random.digits(12)}-${tail}.apps.googleusercontent.com`, type }
  }

  /** The client of a service account, with its numeric id. */
  robot(name: string): Client {
    return { name, id: `1${this.random.digits(20)}`, type: 'WEB' }
  }

  #activity(
    time: number,
    applicationName: string,
    person: Person,
    place: Place,
    type: string,
    name: string,
    parameters: readonly Parameter[],
  ): RawRecord {
    const qualifier = `${this.random.pick(['', '-'])}${this.random.digits(18)}`
    return {
      kind: 'admin#reports#activity',
      id: {
        time: iso(time + this.random.integer(0, 900)),
        uniqueQualifier: qualifier,
        applicationName,
        customerId: this.#customer,
      },
      etag: `"${this.random.uuid()}/${qualifier}"`,
      actor: { callerType: 'USER', email: person.upn, profileId: person.profile },
      ownerDomain: this.domain,
      ipAddress: place.ip,
      networkInfo: { ipAsn: [place.asn], regionCode: place.country },
      events: [{ type, name, parameters }],
    }
  }

  /** A user grants scopes, takes them back, or is refused. */
  token(
    time: number,
    name: 'authorize' | 'revoke' | 'deny',
    person: Person,
    place: Place,
    client: Client,
    scopes: readonly string[],
  ): RawRecord {
    const all = scopes.map(full)
    return this.#activity(time, 'token', person, place, 'auth', name, [
      text('client_id', client.id),
      text('app_name', client.name),
      text('client_type', client.type),
      {
        name: 'scope_data',
        multiMessageValue: all.map((scope) => ({
          parameter: [text('scope_name', scope), { name: 'product_bucket', multiValue: [bucketOf(scope)] }],
        })),
      },
      { name: 'scope', multiValue: all },
      ...(name === 'deny' ? [text('rejection_type', 'EXPLICIT_ADMIN_BLOCK')] : []),
    ])
  }

  /** A call with a token: `gmail.users.messages.get` names the API and the method. */
  call(time: number, person: Person, place: Place, client: Client, method: string, bytes: number): RawRecord {
    const api = method.split('.')[0] ?? ''
    return this.#activity(time, 'token', person, place, 'auth', 'activity', [
      text('api_name', api),
      text('method_name', method),
      text('client_id', client.id),
      { name: 'num_response_bytes', intValue: `${bytes}` },
      text('product_bucket', { directory: 'GSUITE_ADMIN', people: 'CONTACTS' }[api] ?? api.toUpperCase()),
      text('app_name', client.name),
      text('client_type', client.type),
    ])
  }

  login(time: number, person: Person, place: Place, suspicious = false): RawRecord {
    return this.#activity(time, 'login', person, place, 'login', 'login_success', [
      text('login_type', 'google_password'),
      { name: 'login_challenge_method', multiValue: ['password', 'idv_preregistered_phone'] },
      { name: 'is_suspicious', boolValue: suspicious },
    ])
  }

  /** What an administrator changes in the console. */
  admin(
    time: number,
    person: Person,
    place: Place,
    type: string,
    name: string,
    values: Readonly<Record<string, string | readonly string[]>>,
  ): RawRecord {
    return this.#activity(
      time,
      'admin',
      person,
      place,
      type,
      name,
      Object.entries(values).map(([key, value]) =>
        typeof value === 'string' ? text(key, value) : { name: key, multiValue: value },
      ),
    )
  }

  /** A user changes the own account. */
  account(
    time: number,
    person: Person,
    place: Place,
    type: string,
    name: string,
    values: Readonly<Record<string, string>> = {},
  ): RawRecord {
    return this.#activity(
      time,
      'user_accounts',
      person,
      place,
      type,
      name,
      Object.entries(values).map(([key, value]) => text(key, value)),
    )
  }

  /** Mail goes on to an address outside. */
  forward(time: number, person: Person, place: Place, to: string): RawRecord {
    return this.account(time, person, place, 'email_forwarding_change', 'email_forwarding_out_of_domain', {
      email_forwarding_destination_address: to,
    })
  }

  /** A client is blocked for the domain and loses its tokens of these users. */
  block(time: number, admin: Person, client: Client, users: readonly Person[]): RawRecord[] {
    return [
      this.admin(time, admin, admin.place, 'SECURITY_SETTINGS', 'ADD_TO_BLOCKED_OAUTH2_APPS', {
        OAUTH2_APP_ID: client.id,
        OAUTH2_APP_NAME: client.name,
        OAUTH2_APP_TYPE: 'WEB_APPLICATION',
        ORG_UNIT_NAME: this.domain,
      }),
      ...users.map(({ upn }, i) =>
        this.admin(time + (i + 1) * 5000, admin, admin.place, 'USER_SETTINGS', 'REVOKE_3LO_TOKEN', {
          APP_ID: client.id,
          USER_EMAIL: upn,
        }),
      ),
    ]
  }

  /** Domain-wide delegation for a service account is given; without scopes it is taken away. */
  delegation(time: number, admin: Person, robot: Client, scopes: readonly string[] = []): RawRecord {
    const values = { DOMAIN_NAME: this.domain, API_CLIENT_NAME: robot.id }
    return scopes.length > 0
      ? this.admin(time, admin, admin.place, 'DOMAIN_SETTINGS', 'AUTHORIZE_API_CLIENT_ACCESS', {
          ...values,
          API_SCOPES: scopes.map(full),
        })
      : this.admin(time, admin, admin.place, 'DOMAIN_SETTINGS', 'REMOVE_API_CLIENT_ACCESS', values)
  }

  /** A file in Drive, read or shared; the project number of `client` names the application. */
  drive(
    time: number,
    person: Person,
    place: Place,
    name: string,
    title: string,
    client?: Client,
    guest?: string,
    owner = person.upn,
  ): RawRecord {
    const shared = name === 'change_user_access'
    return this.#activity(time, 'drive', person, place, shared ? 'acl_change' : 'access', name, [
      { name: 'primary_event', boolValue: true },
      { name: 'billable', boolValue: true },
      text('doc_id', this.random.uuid().replaceAll('-', '')),
      text('doc_title', title),
      text('doc_type', title.endsWith('.xlsx') ? 'msexcel' : 'document'),
      text('owner', owner),
      { name: 'owner_is_shared_drive', boolValue: false },
      text('visibility', guest ? 'shared_externally' : 'shared_internally'),
      ...(shared && guest
        ? [
            text('target_user', guest),
            text('visibility_change', 'external'),
            text('old_visibility', 'shared_internally'),
            { name: 'old_value', multiValue: ['none'] },
            { name: 'new_value', multiValue: ['can_edit'] },
          ]
        : []),
      ...(client ? [text('originating_app_id', client.id.split('-')[0] ?? '')] : []),
    ])
  }

  /** A new key of a service account, in the audit log of Google Cloud. */
  cloudKey(time: number, who: string, ip: string, project: string, robot: string, agent: string): RawRecord {
    const resourceName = `projects/-/serviceAccounts/${this.random.digits(21)}`
    return {
      insertId: this.random.uuid().slice(0, 13),
      logName: `projects/${project}/logs/cloudaudit.googleapis.com%2Factivity`,
      resource: {
        type: 'service_account',
        labels: { email_id: robot, project_id: project, unique_id: resourceName.split('/')[3] },
      },
      timestamp: iso(time),
      receiveTimestamp: iso(time + 1200),
      severity: 'NOTICE',
      protoPayload: {
        '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
        serviceName: 'iam.googleapis.com',
        methodName: 'google.iam.admin.v1.CreateServiceAccountKey',
        resourceName,
        authenticationInfo: { principalEmail: who },
        authorizationInfo: [{ resource: resourceName, permission: 'iam.serviceAccountKeys.create', granted: true }],
        requestMetadata: {
          callerIp: ip,
          callerSuppliedUserAgent: agent,
          requestAttributes: { time: iso(time) },
          destinationAttributes: {},
        },
        request: {
          '@type': 'type.googleapis.com/google.iam.admin.v1.CreateServiceAccountKeyRequest',
          name: resourceName,
          private_key_type: 2,
        },
        response: {
          '@type': 'type.googleapis.com/google.iam.admin.v1.ServiceAccountKey',
          key_origin: 2,
          key_type: 1,
          key_algorithm: 2,
          name: `projects/${project}/serviceAccounts/${robot}/keys/${this.random.uuid().replaceAll('-', '')}`,
        },
      },
    }
  }
}

/** What a Google client does for its users on ordinary days. */
export interface Tool {
  readonly client: Client
  readonly scopes: readonly string[]
  readonly methods: readonly string[]
  readonly servers: readonly Place[]
}

/** Sign-ins, mail on telephones and small consents of ordinary days in a Microsoft tenant. */
export const officeDays = (
  office: Office,
  people: readonly Person[],
  days: readonly number[],
  tools: readonly App[],
): RawRecord[] => {
  const { random } = office
  const home = office.app('OfficeHome', { appId: '4765445b-32c6-49b0-83e6-1d93765276ca' })
  const phone = office.app('Outlook Mobile', { appId: '27922004-5251-4030-b22d-91ecd9a37ea4' })
  const records: RawRecord[] = []
  const consents: { time: number; person: Person; tool: App }[] = []
  for (const [i, person] of people.entries()) {
    for (const [n, tool] of tools.entries()) {
      const day = days[(i * 3 + n * 7) % Math.min(days.length, 30)]
      if (day === undefined || random.number() < 0.4) continue
      consents.push({ time: day + 9 * HOUR + random.integer(0, 400) * MINUTE, person, tool })
    }
    for (const day of days) {
      const time = day + 7 * HOUR + random.integer(0, 600) * MINUTE
      if (random.number() < 0.3) records.push(office.signIn(time, person, home, person.place))
      if (random.number() < 0.3)
        records.push(
          office.mail(time + 5 * MINUTE, person, phone, { ip: person.place.ip, count: random.integer(1, 6) }),
        )
    }
  }
  // In the order of time: the first consent adds the service principal.
  for (const { time, person, tool } of consents.toSorted((a, b) => a.time - b.time)) {
    records.push(office.signIn(time - 20_000, person, tool, person.place))
    records.push(...office.consent(time, person, tool, 'openid profile offline_access User.Read Calendars.Read'))
  }
  return records
}

/** Sign-ins, files and the calls of known clients of ordinary days in a Google customer. */
export const spaceDays = (
  space: Workspace,
  people: readonly Person[],
  days: readonly number[],
  tools: readonly Tool[],
): RawRecord[] => {
  const { random } = space
  const titles = ['Minutes', 'Offer', 'Plan of the quarter', 'Checklist', 'Travel costs.xlsx', 'Draft agreement']
  const records: RawRecord[] = []
  for (const [i, person] of people.entries()) {
    for (const [n, tool] of tools.entries()) {
      const from = (i * 3 + n * 5) % Math.min(days.length, 20)
      for (const [k, day] of days.slice(from).entries()) {
        const time = day + 8 * HOUR + random.integer(0, 500) * MINUTE
        if (k === 0) records.push(space.token(time, 'authorize', person, person.place, tool.client, tool.scopes))
        else if (random.number() < 0.2)
          records.push(
            space.call(
              time,
              person,
              random.pick(tool.servers),
              tool.client,
              random.pick(tool.methods),
              random.integer(400, 9000),
            ),
          )
      }
    }
    for (const day of days) {
      const time = day + 7 * HOUR + random.integer(0, 600) * MINUTE
      if (random.number() < 0.12) records.push(space.login(time, person, person.place))
      if (random.number() < 0.25)
        records.push(
          space.drive(
            time + 9 * MINUTE,
            person,
            person.place,
            random.pick(['view', 'edit', 'download']),
            random.pick(titles),
          ),
        )
    }
  }
  return records
}
