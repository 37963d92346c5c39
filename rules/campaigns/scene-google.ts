// Records of the Google Reports API and of the alerts beside it, for the scenes of one author.
import type { RawRecord } from './campaign.ts'
import type { Random } from './random.ts'

export interface Client {
  readonly name: string
  readonly id: string
  readonly type: string
  readonly project: string
}
export interface Member {
  readonly email: string
  readonly profile: string
  readonly ip: string
}
export type Activity = RawRecord & {
  readonly id: Readonly<Record<'time' | 'uniqueQualifier' | 'applicationName' | 'customerId', string>>
}
type Parameter = Readonly<Record<string, unknown>> & { readonly name: string }

export const text = (name: string, value: string): Parameter => ({ name, value })
export const many = (name: string, multiValue: readonly string[]): Parameter => ({ name, multiValue })
export const flag = (name: string, boolValue: boolean): Parameter => ({ name, boolValue })
const whole = (name: string, value: number): Parameter => ({ name, intValue: String(value) })

const bucket = (scope: string): string => {
  if (/mail\.google|gmail/u.test(scope)) return 'GMAIL'
  if (scope.includes('drive')) return 'DRIVE'
  if (scope.includes('calendar')) return 'CALENDAR'
  if (/contacts|directory/u.test(scope)) return 'CONTACTS'
  return /openid|userinfo|^email$/u.test(scope) ? 'IDENTITY' : 'OTHER'
}
export const scopeUrl = (name: string): string =>
  /^(?:https|openid|email)/u.test(name) ? name : `https://www.googleapis.com/auth/${name}`
export const later = (time: string, seconds: number): string =>
  new Date(Date.parse(time) + seconds * 1000).toISOString()
export const qualifier = (activity: Activity): string => activity.id.uniqueQualifier
/** Every n-th id of what is no grant, for the records that must stay quiet. */
export const every = (all: readonly Activity[], step: number): string[] =>
  all
    .filter((activity) => !JSON.stringify(activity.events).includes('authorize'))
    .filter((_, i) => i % step === 0)
    .map(qualifier)

export class Domain {
  readonly random: Random
  readonly name: string
  readonly customer: string

  constructor(random: Random, name: string) {
    this.random = random
    this.name = name
    this.customer = `C0${random.uuid().slice(0, 7)}`
  }

  member(name: string, ip: string): Member {
    return { email: `${name}@${this.name}`, profile: this.random.digits(21), ip }
  }

  client(name: string, type = 'WEB'): Client {
    const project = this.random.digits(12)
    return {
      name,
      project,
      type,
      id: `${project}-${this.random.uuid().replaceAll('-', '')}.apps.googleusercontent.com`,
    }
  }

  activity(
    time: string,
    application: string,
    actor: Member,
    ip: string,
    type: string,
    name: string,
    parameters: readonly Parameter[],
    network?: readonly [number, string],
  ): Activity {
    const uniqueQualifier = `${this.random.number() < 0.5 ? '-' : ''}${this.random.integer(1, 8)}${this.random.digits(18)}`
    return {
      kind: 'admin#reports#activity',
      id: {
        time: new Date(Date.parse(time) + this.random.integer(1, 999)).toISOString(),
        uniqueQualifier,
        applicationName: application,
        customerId: this.customer,
      },
      etag: `"${this.random.uuid()}"`,
      actor: { callerType: 'USER', email: actor.email, profileId: actor.profile },
      ownerDomain: this.name,
      ipAddress: ip,
      ...(network ? { networkInfo: { ipAsn: [network[0]], regionCode: network[1], subdivisionCode: '' } } : {}),
      events: [{ type, name, parameters }],
    }
  }

  token(
    time: string,
    name: 'authorize' | 'revoke',
    actor: Member,
    client: Client,
    scopes: readonly string[],
    ip = actor.ip,
  ): Activity {
    const urls = scopes.map(scopeUrl)
    return this.activity(time, 'token', actor, ip, 'auth', name, [
      text('client_id', client.id),
      text('app_name', client.name),
      text('client_type', client.type),
      {
        name: 'scope_data',
        multiMessageValue: urls.map((url) => ({
          parameter: [text('scope_name', url), many('product_bucket', [bucket(url)])],
        })),
      },
      many('scope', urls),
    ])
  }

  call(
    time: string,
    actor: Member,
    client: Client,
    method: string,
    ip: string,
    bytes = this.random.integer(900, 9000),
  ): Activity {
    const api = method.split('.')[0] ?? ''
    return this.activity(time, 'token', actor, ip, 'auth', 'activity', [
      text('api_name', api),
      text('method_name', method),
      text('client_id', client.id),
      whole('num_response_bytes', bytes),
      text('product_bucket', bucket(api)),
      text('app_name', client.name),
      text('client_type', client.type),
    ])
  }

  login(time: string, actor: Member, ip = actor.ip, suspicious = false, network?: readonly [number, string]): Activity {
    return this.activity(
      time,
      'login',
      actor,
      ip,
      'login',
      'login_success',
      [
        text('login_type', 'google_password'),
        many('login_challenge_method', ['password', 'idv_any_phone']),
        flag('is_suspicious', suspicious),
      ],
      network,
    )
  }

  admin(
    time: string,
    actor: Member,
    ip: string,
    type: string,
    name: string,
    parameters: readonly Parameter[],
  ): Activity {
    return this.activity(time, 'admin', actor, ip, type, name, parameters)
  }

  drive(
    time: string,
    actor: Member,
    ip: string,
    name: string,
    title: string,
    owner: Member,
    client?: Client,
    more: readonly Parameter[] = [],
    type = 'access',
  ): Activity {
    return this.activity(time, 'drive', actor, ip, type, name, [
      flag('primary_event', true),
      flag('billable', true),
      text('doc_id', `1${this.random.uuid().replaceAll('-', '')}`),
      text('doc_title', title),
      text('doc_type', title.endsWith('.pdf') ? 'pdf' : 'spreadsheet'),
      text('owner', owner.email),
      flag('owner_is_shared_drive', false),
      text('visibility', 'private'),
      ...(client ? [text('originating_app_id', client.project)] : [text('originating_app_id', '691301496089')]),
      ...more,
    ])
  }

  /** Use of domain-wide delegation: a service account asks for a token of a person. */
  impersonation(
    time: string,
    actor: Member,
    account: string,
    client: Client,
    scopes: readonly string[],
    ip: string,
  ): Activity {
    const urls = scopes.map(scopeUrl)
    return this.activity(time, 'access_evaluation', actor, ip, 'token_request_type', 'allow_token_impersonation', [
      text('service_account', account),
      text('configuration_source', 'DOMAIN_WIDE_DELEGATION'),
      text('client_id', client.id),
      text('app_name', client.name),
      text('client_type', client.type),
      many('scopes_requested', urls),
      {
        name: 'scope_data',
        multiMessageValue: urls.map((url) => ({
          parameter: [text('scope_name', url), many('product_bucket', [bucket(url)])],
        })),
      },
    ])
  }
}
