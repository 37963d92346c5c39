// A call of Microsoft Graph, or of its predecessor Azure AD Graph: an application uses the permissions in its token.
import type { OauthGroup } from '../../../fields/document.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { table } from '../../../kernel/table.ts'
import { cleanMembers } from '../../../lib/clean.ts'
import { toLong } from '../../../lib/convert.ts'
import { actId } from '../../../lib/oauth/act.ts'
import { setOauth, setService } from '../../../lib/oauth/document.ts'
import { toScopes } from '../../../lib/oauth/scopes.ts'
import { put } from '../../../lib/put.ts'
import type { Draft } from '../../../lib/step.ts'
import { toAccount } from '../../microsoft/readers/directory-act.ts'
import { isGuid } from '../../microsoft/readers/entity.ts'
import { idOf, textOf } from '../../microsoft/readers/values.ts'
import { blockOf, putTime, readEnvelope, readRelated, readSource, tenantOf, toAzureInstant } from './envelope.ts'
import type { GraphCall } from './graph-call.ts'
import type { GraphLog } from './graph-log.ts'
import { shaper } from './shapes.ts'
import { snakeBlock } from './snake-block.ts'

const longestUrl = 4096

export function readGraphTime(draft: Draft): void {
  putTime(draft, draft.record.timeGenerated)
}

const kept = ['category', 'operationName', 'operationVersion', 'resultSignature'] as const

export function makeShapeGraph(log: GraphLog): (draft: Draft) => void {
  const toProperties = snakeBlock({ moved: log.moved, renames: log.renames })
  const keepShape = shaper(log.shape)
  return ({ record, context = {}, document, vendor }) => {
    const shaped = blockOf(context, kept)
    shaped.category ??= log.category
    shaped.operation_name ??= log.operation
    const properties = toProperties(record)
    shaped.properties = properties
    log.adjust?.(properties)
    keepShape(properties)
    cleanMembers(properties)
    vendor[log.block] = shaped
    document.event.action = textOf(shaped.operation_name) ?? log.operation
  }
}

function readUrl({ document }: Draft, text: string): void {
  document.url = { original: text.slice(0, longestUrl) }
  if (text.startsWith('/')) {
    const [path = '', query = ''] = text.split('?', 2)
    document.url.path = path.slice(0, longestUrl)
    if (query !== '') document.url.query = query.slice(0, longestUrl)
    return
  }
  if (!URL.canParse(text)) return
  const { hostname, pathname, search, protocol } = new URL(text)
  if (hostname !== '') document.url.domain = hostname
  document.url.path = pathname.slice(0, longestUrl)
  document.url.scheme = protocol.slice(0, -1)
  if (search.length > 1) document.url.query = search.slice(1, longestUrl)
}

/** Bytes of the answer; a log without the size writes a negative number. */
function responseBytes(record: JsonObject): number | undefined {
  const bytes = toLong(record.responseSizeBytes)
  return bytes === undefined || bytes < 0 ? undefined : bytes
}

function readHttp({ record, document }: Draft, { members }: GraphLog): void {
  const status = toLong(record[members.status])
  const request: NonNullable<NonNullable<typeof document.http>['request']> = {}
  const response: NonNullable<NonNullable<typeof document.http>['response']> = {}
  put(request, 'id', textOf(record.requestId))
  put(request, 'method', textOf(record[members.method]))
  put(response, 'status_code', status)
  put(response, 'bytes', responseBytes(record))
  document.http = { request, response }
  if (status !== undefined) document.event.outcome = status < 400 ? 'success' : 'failure'
}

export function makeReadGraphEvent(log: GraphLog): (draft: Draft) => void {
  return (draft) => {
    const { record, context, document } = draft
    readEnvelope(draft)
    readSource(draft, textOf(record[log.members.address]) ?? textOf(context?.callerIpAddress))
    readHttp(draft, log)
    document.event.category = [...log.categories]
    document.event.type = ['access']
    const address = textOf(record.requestUri)
    if (address !== undefined) readUrl(draft, address)
    const agent = textOf(record.userAgent)
    if (agent !== undefined) document.user_agent = { original: agent }
    const user = idOf(record.userId)
    if (user !== undefined) document.user = { ...document.user, id: user }
    log.describe?.(draft)
  }
}

const credentialKinds: Readonly<Record<string, 'secret' | 'certificate'>> = table({ '1': 'secret', '2': 'certificate' })

function readGrant({ record }: Draft, { resource }: GraphLog, isAppOnly: boolean): NonNullable<OauthGroup['grant']> {
  // The older log separates scopes by commas.
  const scopes = toScopes(
    textOf(isAppOnly ? record.roles : record.scopes)
      ?.slice(0, 20_000)
      .replaceAll(',', ' '),
  )
  return {
    kind: isAppOnly ? 'application' : 'delegated',
    app_only: isAppOnly,
    resource: { id: [resource] },
    ...(scopes.length > 0 && { scopes, scopes_qualified: scopes.map((scope) => `${resource}:${scope}`) }),
  }
}

function readActivity({ record }: Draft, log: GraphLog, call: GraphCall): NonNullable<OauthGroup['activity']> {
  const activity: NonNullable<OauthGroup['activity']> = { kind: call.kind, api: log.api, method: call.method }
  put(activity, 'access', call.access)
  put(activity, 'bytes', responseBytes(record))
  put(activity, 'token_id', textOf(record.signInActivityId))
  put(activity, 'token_issued', toAzureInstant(record[log.members.issued]))
  if (toLong(record[log.members.status]) === 429) activity.throttled = true
  return activity
}

/** Returns the owner of the data or permission: the user of the token, otherwise the user in the URL. */
function readAccount({ record }: Draft, owner: string | undefined): OauthGroup['account'] {
  const user = idOf(record.userId)
  if (user !== undefined) {
    const account = toAccount(user, undefined)
    const roles = textOf(record.wids)
      ?.slice(0, 20_000)
      .split(/[\s,]+/)
    return roles === undefined ? account : { ...account, roles }
  }
  if (owner === undefined) return undefined
  if (isGuid(owner)) return toAccount(owner, undefined)
  return owner.includes('@') ? toAccount(undefined, owner) : undefined
}

function actsAlone({ record }: Draft): boolean {
  const isApp = textOf(record.C_Idtyp)?.toLowerCase() === 'app'
  return isApp || (idOf(record.userId) === undefined && idOf(record.servicePrincipalId) !== undefined)
}

export function makeReadGraphOauth(log: GraphLog): (draft: Draft) => void {
  return (draft) => {
    const { record, document } = draft
    const appId = idOf(record.appId)
    if (appId === undefined) return
    const call = log.call(textOf(record[log.members.method]) ?? '', textOf(record.requestUri) ?? '')
    const isAppOnly = actsAlone(draft)
    const app: NonNullable<OauthGroup['app']> = { id: appId }
    put(app, 'object_id', isAppOnly ? idOf(record.servicePrincipalId) : undefined)
    const oauth: OauthGroup = {
      action: 'app_use',
      app,
      activity: readActivity(draft, log, call),
      grant: readGrant(draft, log, isAppOnly),
    }
    put(oauth, 'account', readAccount(draft, call.owner))
    const kind = credentialKinds[textOf(record.clientAuthMethod) ?? '']
    if (kind !== undefined) oauth.credential = { kind }
    const request = idOf(record.requestId)
    const act = {
      vendor: 'microsoft',
      tenant: tenantOf(draft),
      // Each record is one use.
      correlation: request ?? idOf(record.operationId),
      action: 'app_use',
      app: appId,
      target: oauth.account?.id ?? oauth.account?.name,
      discriminator: [call.method, textOf(record.timeGenerated) ?? ''],
    } as const
    oauth.act = { id: actId(act) }
    setService(document, app)
    setOauth(document, oauth)
  }
}

export function relateGraph(draft: Draft): void {
  const { appId, servicePrincipalId, userId } = draft.record
  readRelated(draft, [appId, servicePrincipalId, userId].map(textOf))
}
