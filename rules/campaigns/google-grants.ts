// Further builders: runs of records, sign-ins through an identity provider, warnings about logins, token requests.
import type { RawRecord } from './campaign.ts'
import { authorize, use } from './google-events.ts'
import { type App, activity, type Network, type Org, type Person, text } from './google-layouts.ts'
import { parameters, scopeData, type Value } from './google-parameters.ts'

/** `count` records, each some seconds after the one before. */
export const run = (
  org: Org,
  parts: { readonly start: number; readonly count: number; readonly gap: readonly [number, number] },
  make: (at: number, index: number) => RawRecord,
): RawRecord[] => {
  let at = parts.start
  return Array.from({ length: parts.count }, (_, index) => {
    if (index > 0) at += org.random.integer(parts.gap[0], parts.gap[1]) * 1000
    return make(at, index)
  })
}

/** Calls of one client for one person, one after the other. */
export const calls = (
  org: Org,
  parts: {
    readonly start: number
    readonly count: number
    readonly gap: readonly [number, number]
    readonly who: Person
    readonly app: App
    readonly from: Network | null
    readonly methods: readonly string[]
    readonly bytes: readonly [number, number]
    readonly impersonates?: boolean
  },
): RawRecord[] =>
  run(org, parts, (at, index) =>
    use(org, {
      at,
      who: parts.who,
      app: parts.app,
      from: parts.from,
      method: parts.methods[index % parts.methods.length] ?? '',
      bytes: org.random.integer(parts.bytes[0], parts.bytes[1]),
      impersonates: parts.impersonates ?? false,
    }),
  )

/** Each person grants the client its scopes, some minutes apart. */
export const consents = (
  org: Org,
  parts: {
    readonly start: number
    readonly gap: readonly [number, number]
    readonly people: readonly Person[]
    readonly app: App
    readonly from?: Network | ((who: Person) => Network)
  },
): RawRecord[] =>
  run(org, { start: parts.start, count: parts.people.length, gap: parts.gap }, (at, index) => {
    const who = parts.people[index] ?? org.admin
    const from = typeof parts.from === 'function' ? parts.from(who) : parts.from
    return authorize(org, { at, who, app: parts.app, from })
  })

interface LoginParts {
  readonly at: number
  readonly who: Person
  readonly from?: Network | null | undefined
}

const login = (
  org: Org,
  parts: LoginParts,
  type: string,
  name: string,
  values: Readonly<Record<string, Value>>,
): RawRecord =>
  activity(org, { ...parts, application: 'login', events: [{ type, name, parameters: parameters(values) }] })

/** A sign-in that an identity provider answered for. */
export const samlSignIn = (org: Org, parts: LoginParts & { readonly suspicious?: boolean }): RawRecord =>
  login(org, { at: parts.at, who: parts.who, from: parts.from }, 'login', 'login_success', {
    login_type: 'saml',
    login_challenge_method: ['saml'],
    is_suspicious: parts.suspicious ?? false,
    is_second_factor: false,
  })

/** The person passed the extra check that Google asks for before a risky change of the account. */
export const riskyAction = (org: Org, parts: LoginParts & { readonly action: string }): RawRecord =>
  login(org, { at: parts.at, who: parts.who, from: parts.from }, 'login', 'risky_sensitive_action_allowed', {
    is_suspicious: false,
    login_challenge_method: ['password', 'google_prompt'],
    login_challenge_status: 'passed',
    login_type: 'reauth',
    sensitive_action_name: parts.action,
  })

/** Google saw a login by a program that uses the password alone. */
export const lessSecureLogin = (org: Org, parts: LoginParts): RawRecord =>
  login(org, parts, 'account_warning', 'suspicious_login_less_secure_app', {
    affected_email_address: parts.who.email,
    login_timestamp: (parts.at - 60_000) * 1000,
  })

/** Google believes that a government's attackers work against the person. */
export const governmentWarning = (org: Org, parts: LoginParts): RawRecord =>
  login(org, { ...parts, from: null }, 'attack_warning', 'gov_attack_warning', {})

/** The Alert Center tells the administrators of a login by a program that uses the password alone. */
export const lessSecureAlert = (org: Org, parts: LoginParts & { readonly from: Network }): RawRecord => {
  const customerId = org.customerId.slice(1)
  const alertId = org.random.uuid()
  const startTime = new Date(parts.at - 60_000).toISOString()
  const createTime = new Date(parts.at + 120_000).toISOString()
  const etag = `${text(org.random, 10)}=`
  return {
    customerId,
    alertId,
    createTime,
    startTime,
    endTime: startTime,
    type: 'Suspicious login (less secure app)',
    source: 'Google identity',
    data: {
      '@type': 'type.googleapis.com/google.apps.alertcenter.type.AccountWarning',
      email: parts.who.email,
      loginDetails: { loginTime: startTime, ipAddress: parts.from.ip },
    },
    securityInvestigationToolLink: `admin.google.com/ac/investigate?alert=${alertId}`,
    metadata: { customerId, alertId, status: 'NOT_STARTED', severity: 'LOW', updateTime: createTime, etag },
    updateTime: createTime,
    etag,
  }
}

/** The policy of the organization let the client have a token for the person. */
export const tokenRequest = (org: Org, parts: LoginParts & { readonly app: App; readonly source: string }): RawRecord =>
  activity(org, {
    at: parts.at,
    application: 'access_evaluation',
    who: parts.who,
    from: parts.from,
    through: parts.app,
    events: [
      {
        type: 'access_token_evaluation',
        name: 'allow_token_request',
        parameters: [
          ...parameters({
            client_type: parts.app.type,
            configuration_source: parts.source,
            scopes_requested: parts.app.scopes,
          }),
          scopeData(parts.app.scopes),
        ],
      },
    ],
  })
