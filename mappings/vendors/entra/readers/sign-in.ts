// A sign-in: an application gets a token, for itself or on behalf of a user.
import type { OauthGroup } from '../../../fields/document.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { toBoolean, toLong } from '../../../lib/convert.ts'
import { actId } from '../../../lib/oauth/act.ts'
import { setOauth, setService } from '../../../lib/oauth/document.ts'
import { put } from '../../../lib/put.ts'
import { excerptOf } from '../../../lib/refusal.ts'
import type { Draft } from '../../../lib/step.ts'
import { splitUserName } from '../../../lib/user-name.ts'
import { toAccount } from '../../microsoft/readers/directory-act.ts'
import { idOf, textOf } from '../../microsoft/readers/values.ts'
import {
  membersOf,
  putTime,
  readDuration,
  readEnvelope,
  readRelated,
  readSource,
  tenantOf,
  toAzureInstant,
} from './envelope.ts'
import { isAgent } from './principal-kind.ts'

type Credential = NonNullable<OauthGroup['credential']>

function errorCode({ record, context }: Draft): number | undefined {
  return toLong(membersOf(record.status).errorCode) ?? toLong(context?.resultType)
}

/** The time in the envelope is the time of logging, minutes after the sign-in. */
export function readSignInTime(draft: Draft): void {
  const { record, context, document } = draft
  putTime(draft, record.createdDateTime)
  const written = toAzureInstant(context?.time)
  if (written !== undefined && written !== document['@timestamp']) document.event.created = written
}

/** Checks for user presence, by the member or else the category. Returns undefined for an application's sign-in. */
function isInteractive({ record, context }: Draft): boolean | undefined {
  if (idOf(record.userId) === undefined) return undefined
  const category = textOf(context?.category)?.toLowerCase()
  return toBoolean(record.isInteractive) ?? (category === undefined ? undefined : category === 'signinlogs')
}

function readOutcome(draft: Draft): void {
  const { document, record } = draft
  const code = errorCode(draft)
  const failed = code !== undefined && code > 0
  // A portal may write a word instead of the code, and may translate this word.
  const word = code === undefined ? textOf(draft.context?.resultType)?.trim().toLowerCase() : undefined
  const isUnreadable = word !== undefined && word !== '' && word !== 'success'
  document.event.outcome = failed ? 'failure' : isUnreadable ? 'unknown' : 'success'
  document.event.category = ['authentication']
  document.event.type = ['info', 'start']
  const interactive = isInteractive(draft)
  const logon = {
    ...(interactive !== undefined && { interactive }),
    ...(/\bsaml/i.test(textOf(record.incomingTokenType) ?? '') && { federated: true }),
  }
  if (Object.keys(logon).length > 0) document.saas = { ...document.saas, logon }
  if (!failed) return
  document.error = { ...document.error, code: String(code) }
  const reason = textOf(membersOf(record.status).failureReason)
  if (reason !== undefined) document.event.reason = reason
}

function readUser({ record, document }: Draft): void {
  const user: NonNullable<typeof document.user> = { ...document.user }
  const name = textOf(record.userPrincipalName)
  put(user, 'id', textOf(record.userId))
  put(user, 'name', name)
  put(user, 'full_name', textOf(record.userDisplayName))
  if (name?.includes('@')) user.email = name
  const split = splitUserName(name)
  if (split !== undefined) user.domain = split.domain
  if (Object.keys(user).length > 0) document.user = user
}

function readDevice({ record, document }: Draft): void {
  const detail = membersOf(record.deviceDetail)
  const os = textOf(detail.operatingSystem)
  const id = textOf(detail.deviceId)
  if (id !== undefined) document.device = { ...document.device, id }
  if (os !== undefined) document.host = { ...document.host, os: { name: os } }
}

export function readSignInEvent(draft: Draft): void {
  const { record, document } = draft
  readEnvelope(draft)
  readDuration(draft)
  readSource(draft, textOf(record.ipAddress))
  readOutcome(draft)
  readUser(draft)
  readDevice(draft)
  const name = textOf(record.servicePrincipalName)
  if (name !== undefined) document.service = { ...document.service, name }
}

const credentialKinds: ReadonlyMap<string, NonNullable<Credential['kind']>> = new Map([
  ['clientsecret', 'secret'],
  ['clientassertion', 'certificate'],
  ['certificate', 'certificate'],
  ['federatedidentitycredential', 'federated'],
])

function readCredential({ record }: Draft, oauth: OauthGroup): void {
  const credential: Credential = {}
  const thumbprint = textOf(record.servicePrincipalCredentialThumbprint)
  const federated = idOf(record.federatedCredentialId)
  const stated = credentialKinds.get(textOf(record.clientCredentialType)?.toLowerCase() ?? '')
  put(credential, 'kind', stated ?? (federated ? 'federated' : thumbprint ? 'certificate' : undefined))
  put(credential, 'id', idOf(record.servicePrincipalCredentialKeyId) ?? federated)
  if (Object.keys(credential).length > 0) oauth.credential = credential
}

/** In an application's own sign-in, the subject is the application. In a user's sign-in, it is the user. */
function isAgentSignIn({ agentType, agentSubjectType }: JsonObject, isAppOnly: boolean): boolean {
  return isAgent(agentType) || (isAppOnly && isAgent(agentSubjectType))
}

function readApp(draft: Draft, id: string, isAppOnly: boolean): NonNullable<OauthGroup['app']> {
  const { record, context } = draft
  const app: NonNullable<OauthGroup['app']> = { id }
  put(app, 'name', textOf(record.appDisplayName) ?? (isAppOnly ? textOf(record.servicePrincipalName) : undefined))
  put(app, 'object_id', isAppOnly ? idOf(record.servicePrincipalId) : undefined)
  if (textOf(context?.category)?.toLowerCase() === 'managedidentitysigninlogs') app.kind = 'managed_identity'
  else if (isAgentSignIn(membersOf(record.agent), isAppOnly)) app.kind = 'agent'
  const owner = idOf(record.appOwnerTenantId)
  const tenant = tenantOf(draft)
  put(app, 'owner_tenant', owner)
  if (owner !== undefined && tenant !== undefined) app.own_tenant = owner === tenant
  return app
}

function readGrant({ record }: Draft, isAppOnly: boolean): NonNullable<OauthGroup['grant']> {
  const grant: NonNullable<OauthGroup['grant']> = {}
  const resource = idOf(record.resourceId)
  const name = textOf(record.resourceDisplayName)
  if (resource !== undefined || name !== undefined) {
    grant.resource = {}
    put(grant.resource, 'id', resource === undefined ? undefined : [resource])
    put(grant.resource, 'name', name === undefined ? undefined : [name])
  }
  if (isAppOnly) grant.app_only = true
  return grant
}

const userTypes: ReadonlySet<string> = new Set(['member', 'guest', 'unknownfuturevalue'])

export function readSignInOauth(draft: Draft): void {
  const { record, context, document } = draft
  const appId = idOf(record.appId)
  if (appId === undefined) return
  const userId = idOf(record.userId)
  const isAppOnly = userId === undefined && idOf(record.servicePrincipalId) !== undefined
  const oauth: OauthGroup = { action: 'app_sign_in', app: readApp(draft, appId, isAppOnly) }
  oauth.grant = readGrant(draft, isAppOnly)
  if (!isAppOnly) oauth.account = toAccount(userId, textOf(record.userPrincipalName))
  const userType = textOf(record.userType)?.trim().toLowerCase() ?? 'member'
  if (oauth.account?.kind !== undefined && userType === 'guest') oauth.account.kind = 'guest'
  // A portal may translate the word: the account could be a guest.
  else if (!userTypes.has(userType)) draft.problem(`userType: ${excerptOf(userType)} is no known type`)
  readCredential(draft, oauth)
  const correlation = idOf(record.correlationId) ?? idOf(context?.correlationId)
  const id = idOf(record.id)
  oauth.act = {
    // The unified audit log contains this record ID as the request ID, so the same sign-in has the same act ID there.
    id: actId({
      vendor: 'microsoft',
      tenant: tenantOf(draft),
      correlation: correlation ?? id,
      action: 'app_sign_in',
      app: appId,
      target: idOf(record.resourceId),
      discriminator: [id ?? '', String(errorCode(draft) ?? '')],
    }),
  }
  put(oauth.act, 'bundle', correlation)
  setService(document, { ...oauth.app, ...nameOfService(record) })
  setOauth(document, oauth)
}

/** Returns the service principal name, which takes precedence over the application name as the name of the service. */
function nameOfService({ servicePrincipalName }: Draft['record']): { name?: string } {
  const name = textOf(servicePrincipalName)
  return name === undefined ? {} : { name }
}

export function relateSignIn(draft: Draft): void {
  const { record } = draft
  const device = textOf(membersOf(record.deviceDetail).deviceId)
  const { appId, resourceId, servicePrincipalId, servicePrincipalCredentialKeyId, userId } = record
  readRelated(
    draft,
    [appId, resourceId, servicePrincipalId, servicePrincipalCredentialKeyId, userId, device].map(textOf),
  )
}
