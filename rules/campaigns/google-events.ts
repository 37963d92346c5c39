// Builders of the single events: token, access_evaluation, admin, login, user_accounts and drive.
import type { RawRecord } from './campaign.ts'
import { type App, activity, type Network, type Org, type Parts, type Person, text } from './google-layouts.ts'
import { parameters, scopeData, type Value } from './google-parameters.ts'

interface TokenParts {
  readonly at: number
  readonly who: Person
  readonly app: App
  readonly from?: Network | null | undefined
}

const tokenEvent = (org: Org, name: string, parts: TokenParts, more: Readonly<Record<string, Value>> = {}): RawRecord =>
  activity(org, {
    at: parts.at,
    application: 'token',
    who: parts.who,
    from: parts.from,
    events: [
      {
        type: 'auth',
        name,
        parameters: [
          ...parameters({ client_id: parts.app.id, app_name: parts.app.name, client_type: parts.app.type }),
          scopeData(parts.app.scopes),
          ...parameters({ scope: parts.app.scopes, ...more }),
        ],
      },
    ],
  })

/** The person grants the client its scopes. */
export const authorize = (org: Org, parts: TokenParts): RawRecord => tokenEvent(org, 'authorize', parts)

export const revoke = (org: Org, parts: TokenParts): RawRecord => tokenEvent(org, 'revoke', parts)

export const deny = (org: Org, parts: TokenParts, rejection = 'EXPLICIT_ADMIN_BLOCK'): RawRecord =>
  tokenEvent(org, 'deny', parts, { rejection_type: rejection })

/** The person asks the administrators for the client. */
export const request = (org: Org, parts: TokenParts): RawRecord =>
  tokenEvent(org, 'request', parts, {
    app_request_info: 'APP_REQUEST_TYPE_INDIVIDUAL',
    requester_email: parts.who.email,
  })

export interface UseParts extends TokenParts {
  readonly method: string
  /** The product of the API; by default, derived from the method. */
  readonly bucket?: string
  readonly bytes: number
  readonly impersonates?: boolean
}

const useBuckets: Readonly<Record<string, string>> = {
  gmail: 'GMAIL',
  drive: 'DRIVE',
  calendar: 'CALENDAR',
  people: 'CONTACTS',
  classroom: 'CLASSROOM',
  directory: 'GSUITE_ADMIN',
  reports: 'GSUITE_ADMIN',
  script: 'APPS_SCRIPT_RUNTIME',
}

/** The client calls an API with the token of the person. */
export const use = (org: Org, parts: UseParts): RawRecord => {
  const api = parts.method.split('.')[0] ?? ''
  return activity(org, {
    at: parts.at,
    application: 'token',
    who: parts.who,
    from: parts.from,
    through: parts.app,
    impersonates: parts.impersonates ?? false,
    events: [
      {
        type: 'auth',
        name: 'activity',
        parameters: parameters({
          app_name: parts.app.name,
          client_id: parts.app.id,
          client_type: parts.app.type,
          api_name: api === 'directory' || api === 'reports' ? 'admin' : api,
          method_name: parts.method,
          num_response_bytes: parts.bytes,
          product_bucket: parts.bucket ?? useBuckets[api] ?? 'OTHER',
        }),
      },
    ],
  })
}

export interface ImpersonationParts extends TokenParts {
  readonly account: string
  /** The reason why the service account may act for the person; by default, a manual delegation. */
  readonly source?: string
}

/** A service account got a token in the name of the person. */
export const impersonation = (org: Org, parts: ImpersonationParts): RawRecord =>
  activity(org, {
    at: parts.at,
    application: 'access_evaluation',
    who: parts.who,
    from: parts.from,
    through: parts.app,
    impersonates: true,
    events: [
      {
        type: 'access_token_evaluation',
        name: 'allow_token_impersonation',
        parameters: [
          ...parameters({
            client_type: parts.app.type,
            configuration_source: parts.source ?? 'DOMAIN_WIDE_DELEGATION',
            scopes_requested: parts.app.scopes,
            service_account: parts.account,
          }),
          scopeData(parts.app.scopes),
        ],
      },
    ],
  })

interface PlainParts extends Parts {
  readonly type: string
  readonly name: string
  readonly values: Readonly<Record<string, Value>>
}

const plain =
  (application: string) =>
  (org: Org, parts: PlainParts): RawRecord => {
    const { at, who, from, type, name, values } = parts
    return activity(org, { at, application, who, from, events: [{ type, name, parameters: parameters(values) }] })
  }

export const admin = plain('admin')
export const userAccounts = plain('user_accounts')
export const calendar = plain('calendar')
export const contextAwareAccess = plain('context_aware_access')
const login = plain('login')
const drive = plain('drive')

export const signIn = (
  org: Org,
  parts: Parts & { readonly suspicious?: boolean; readonly failure?: string },
): RawRecord =>
  login(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'login',
    name: parts.failure === undefined ? 'login_success' : 'login_failure',
    values: {
      login_type: 'google_password',
      login_challenge_method: ['password', 'google_prompt'],
      is_suspicious: parts.suspicious ?? false,
      ...(parts.failure === undefined
        ? { is_second_factor: true }
        : { login_failure_type: parts.failure, is_second_factor: false }),
    },
  })

interface FileParts extends Parts {
  readonly name: string
  readonly title: string
  readonly kind?: string
  readonly owner?: Person
  /** The client that touched the file; the Drive site without one. */
  readonly app?: App
  readonly more?: Readonly<Record<string, Value>>
}

const aclNames = ['change_user_access', 'change_document_visibility', 'change_document_access_scope', 'change_owner']

/** One primary event on a file of Drive. */
export const file = (org: Org, parts: FileParts): RawRecord =>
  drive(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: aclNames.includes(parts.name) ? 'acl_change' : 'access',
    name: parts.name,
    values: {
      primary_event: true,
      billable: true,
      doc_id: `1${text(org.random, 32)}`,
      doc_title: parts.title,
      doc_type: parts.kind ?? 'document',
      is_encrypted: false,
      visibility: 'private',
      originating_app_id: parts.app?.id.split('-')[0] ?? '691301496089',
      actor_is_collaborator_account: false,
      owner: (parts.owner ?? parts.who).email,
      owner_is_shared_drive: false,
      owner_is_team_drive: false,
      ...(parts.app ? { api_method: `drive.files.${parts.name === 'download' ? 'get' : 'list'}` } : {}),
      ...parts.more,
    },
  })
