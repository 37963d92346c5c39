// Activities of Google Workspace as the Reports API returns them.
import type { RawRecord } from './campaign.ts'
import type { Lines } from './quiet-microsoft.ts'
import { Line, type Place, type ProviderName, place, type Scene, toMilli } from './quiet-scene.ts'
import type { Random } from './random.ts'

export interface Member {
  readonly name: string
  readonly email: string
  readonly profile: string
  readonly home: Line
  readonly mobile: Line
}

export interface Client {
  readonly name: string
  readonly id: string
  readonly type: string
  readonly scopes: readonly string[]
}

export interface Workspace {
  readonly domain: string
  readonly customer: string
  readonly office: Place
}

export type Parameter = Readonly<Record<string, unknown>>
export interface Event {
  readonly type: string
  readonly name: string
  readonly parameters: readonly Parameter[]
}

export const text = (name: string, value: string): Parameter => ({ name, value })
export const list = (name: string, ...values: string[]): Parameter => ({ name, multiValue: values })
export const flag = (name: string, value: boolean): Parameter => ({ name, boolValue: value })

export const member = (random: Random, name: string, domain: string, lines: Lines): Member => ({
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@${domain}`,
  profile: `1${random.digits(20)}`,
  home: new Line(random, random.pick(lines.home), lines.town, random.integer(2, 30)),
  mobile: new Line(random, random.pick(lines.mobile), lines.town, 0.4),
})

export const workspace = (random: Random, domain: string, office: ProviderName, lines: Lines): Workspace => ({
  domain,
  customer: `C0${random.uuid().slice(0, 7)}`,
  office: place(random, office, lines.town),
})

const prefix = 'https://www.googleapis.com/auth/'
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A client of a vendor; short scope names such as 'drive.file' are completed. */
export const client = (random: Random, name: string, scopes: readonly string[], type = 'WEB'): Client => ({
  name,
  id: `${random.digits(12)}-${Array.from({ length: 32 }, () => letters[random.integer(0, 35)]).join('')}.apps.googleusercontent.com`,
  type,
  scopes: [
    'openid',
    ...['userinfo.email', 'userinfo.profile', ...scopes].map((scope) =>
      scope.startsWith('https:') ? scope : prefix + scope,
    ),
  ],
})

const bucketOf = (scope: string): string => {
  if (scope.includes('mail')) return scope.includes('userinfo') ? 'IDENTITY' : 'GMAIL'
  for (const [part, bucket] of [
    ['drive', 'DRIVE'],
    ['spreadsheets', 'DRIVE'],
    ['documents', 'DRIVE'],
    ['calendar', 'CALENDAR'],
    ['sheets', 'DRIVE'],
    ['people', 'CONTACTS'],
    ['contacts', 'CONTACTS'],
    ['directory', 'CONTACTS'],
    ['admin', 'GSUITE_ADMIN'],
    ['tasks', 'TASKS'],
  ] as const)
    if (scope.includes(part)) return bucket
  return 'IDENTITY'
}

/** One activity; the id is the unique qualifier. */
export const activity = (
  scene: Scene,
  w: Workspace,
  time: number,
  application: string,
  who: { readonly email: string; readonly profile: string },
  where: Place | undefined,
  events: readonly Event[],
): string => {
  const id = `${scene.chance(0.5) ? '-' : ''}${scene.random.digits(18)}`
  const record: RawRecord = {
    kind: 'admin#reports#activity',
    id: { time: toMilli(time), uniqueQualifier: id, applicationName: application, customerId: w.customer },
    etag: `"${scene.random.uuid().replaceAll('-', '')}/${scene.random.digits(10)}"`,
    actor: { callerType: 'USER', email: who.email, profileId: who.profile },
    ownerDomain: w.domain,
    ...(where === undefined
      ? {}
      : {
          ipAddress: where.address,
          networkInfo: { ipAsn: [where.asn], regionCode: where.country, subdivisionCode: where.region },
        }),
    events,
  }
  return scene.put(time, id, record)
}

export const login = (
  scene: Scene,
  w: Workspace,
  time: number,
  who: Member,
  where: Place,
  challenge: readonly string[] = ['password'],
  type = 'google_password',
): string =>
  activity(scene, w, time, 'login', who, where, [
    {
      type: 'login',
      name: 'login_success',
      parameters: [
        text('login_type', type),
        list('login_challenge_method', ...challenge),
        flag('is_suspicious', false),
        text('dusi', scene.random.uuid().slice(0, 18)),
      ],
    },
  ])

const tokenParameters = (c: Client): Parameter[] => [
  text('client_id', c.id),
  text('app_name', c.name),
  text('client_type', c.type),
]

export const authorize = (
  scene: Scene,
  w: Workspace,
  time: number,
  who: Member,
  c: Client,
  where: Place,
  name = 'authorize',
): string =>
  activity(scene, w, time, 'token', who, where, [
    {
      type: 'auth',
      name,
      parameters: [
        ...tokenParameters(c),
        {
          name: 'scope_data',
          multiMessageValue: c.scopes.map((scope) => ({
            parameter: [text('scope_name', scope), list('product_bucket', bucketOf(scope))],
          })),
        },
        list('scope', ...c.scopes),
      ],
    },
  ])

export const call = (
  scene: Scene,
  w: Workspace,
  time: number,
  who: Member,
  c: Client,
  where: Place,
  api: string,
  method: string,
): string =>
  activity(scene, w, time, 'token', who, where, [
    {
      type: 'auth',
      name: 'activity',
      parameters: [
        text('api_name', api),
        text('method_name', method),
        ...tokenParameters(c),
        { name: 'num_response_bytes', intValue: String(scene.random.integer(300, 60_000)) },
        text('product_bucket', bucketOf(api)),
      ],
    },
  ])

export const admin = (
  scene: Scene,
  w: Workspace,
  time: number,
  who: Member,
  where: Place,
  type: string,
  name: string,
  values: Readonly<Record<string, string>>,
): string =>
  activity(scene, w, time, 'admin', who, where, [
    { type, name, parameters: Object.entries(values).map(([key, value]) => text(key, value)) },
  ])
