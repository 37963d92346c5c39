// Use by an application: mail, files and settings that it reads or changes with a token, on behalf of a user or as
// itself.
import type { OauthGroup } from '../../../fields/document.ts'
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { toBoolean, toInstant, toLong } from '../../../lib/convert.ts'
import { actId } from '../../../lib/oauth/act.ts'
import { setOauth, setService } from '../../../lib/oauth/document.ts'
import { put } from '../../../lib/put.ts'
import { toAccount } from '../../microsoft/readers/directory-act.ts'
import { namedValue } from '../../microsoft/readers/name-values.ts'
import { idOf, objectsOf, textOf } from '../../microsoft/readers/values.ts'
import { accessByOperation } from '../operations.ts'
import type { AuditDraft, AuditRecord } from './audit-record.ts'
import { operationOf, recordType } from './record.ts'

const kindByType: Readonly<Record<number, NonNullable<Activity['kind']>>> = {
  1: 'admin',
  2: 'mail',
  3: 'mail',
  4: 'file',
  6: 'file',
  14: 'file',
  25: 'chat',
  36: 'file',
  50: 'mail',
  54: 'file',
  55: 'file',
  56: 'file',
}

type Activity = NonNullable<OauthGroup['activity']>

/** `AppId` is the API of a use, but the application of a cmdlet that ran without a user. */
const isOwnCmdlet = (record: AuditRecord): boolean => recordType(record) === 1 && isAppOnly(record)

const sharePointOnline = '00000003-0000-0ff1-ce00-000000000000'

/** The pages on which a site owner registers a SharePoint add-in and grants it permissions. */
export const addInPages: ReadonlySet<unknown> = new Set(['appregnew.aspx', 'appinv.aspx'])

/** Returns the page for add-ins that a record is about. Its records may not name an application. */
function addInPage(record: AuditRecord): string | undefined {
  if (recordType(record) !== 4 || !operationOf(record).startsWith('pageviewed')) return undefined
  const page = /\/_layouts\/(?:1[56]\/)?([\w-]{1,60}\.aspx)(?:[?#]|$)/i
    .exec(textOf(record.ObjectId)?.slice(0, 2000) ?? '')?.[1]
    ?.toLowerCase()
  return addInPages.has(page) ? page : undefined
}

/** Returns the client application, never the API that it used. */
function clientApp({ record, vendor }: AuditDraft, context: JsonObject): string | undefined {
  const type = recordType(record)
  const isExchange = type === 1 || type === 2 || type === 3 || type === 50
  return (
    idOf(context.ClientAppId) ??
    idOf(isExchange ? vendor.ClientAppId : record.ApplicationId) ??
    (isOwnCmdlet(record) ? idOf(record.AppId) : undefined) ??
    (addInPage(record) === undefined ? undefined : sharePointOnline)
  )
}

function readMailUse({ record, vendor, document }: AuditDraft, activity: Activity): void {
  const accessType = textOf(namedValue(vendor.OperationProperties, 'MailAccessType'))
  if (accessType !== undefined) activity.access = accessType === 'Sync' ? 'sync' : 'read'
  put(activity, 'throttled', toBoolean(namedValue(vendor.OperationProperties, 'IsThrottled')))
  const folders = objectsOf(record.Folders)
  const messages = objectsOf(record.Messages)
  const items = [
    ...folders.flatMap((folder) => objectsOf(folder.FolderItems)),
    ...messages.flatMap((message) => objectsOf(message.MessageItems)),
    ...objectsOf(record.AffectedItems),
  ]
  const isSync = activity.access === 'sync'
  // A synchronization lists no messages: the whole folder counts as read.
  const count = items.length > 0 ? items.length : isSync ? undefined : toLong(record.OperationCount)
  put(activity, 'items', count ?? (isObject(record.Item) && !isSync ? 1 : undefined))
  const paths = folders.map((folder) => textOf(folder.Path)).filter((path) => path !== undefined)
  const parent =
    isObject(record.Item) && isObject(record.Item.ParentFolder) ? textOf(record.Item.ParentFolder.Path) : undefined
  if (parent !== undefined) paths.push(parent)
  const distinct = [...new Set(paths)]
  if (folders.length > 0 || distinct.length > 0)
    activity.folders = folders.length > 0 ? folders.length : distinct.length
  const single = isObject(record.Item) ? [record.Item] : []
  const sizes = [...items, ...single].map((item) => toLong(item.SizeInBytes)).filter((size) => size !== undefined)
  if (sizes.length > 0) activity.bytes = sizes.reduce((sum, size) => sum + size, 0)
  if (distinct.length > 0) document.saas = { ...document.saas, mail: { folders: distinct } }
}

const apiInClientInfo = /^Client=([A-Za-z0-9/.]{1,40})/

function readApi({ record }: AuditDraft, activity: Activity, context: JsonObject): void {
  const info = textOf(record.ClientInfoString)
  put(activity, 'api', (info === undefined ? undefined : apiInClientInfo.exec(info)?.[1]) ?? idOf(context.APIId))
}

function readToken(activity: Activity, context: JsonObject): void {
  put(activity, 'token_id', textOf(context.UniqueTokenId))
  put(activity, 'token_issued', toInstant(context.IssuedAtTime))
}

const puid = /([0-9a-f]{16})(?:@|$)/i

/** The owner of the data: the mailbox owner, or else the user that the application acts for. */
export function readAccount({ record }: AuditDraft): OauthGroup['account'] {
  const owner = textOf(record.MailboxOwnerUPN)
  if (owner !== undefined) return toAccount(idOf(record.MailboxGuid), owner)
  const user = textOf(record.UserId)
  if (isAppOnly(record) || user === undefined || !user.includes('@')) return undefined
  return toAccount(puid.exec(textOf(record.UserKey)?.slice(0, 200) ?? '')?.[1]?.toLowerCase(), user)
}

function isAppOnly(record: AuditRecord): boolean {
  return toLong(record.UserType) === 5 || textOf(record.UserId)?.toLowerCase() === 'app@sharepoint'
}

function readGrant({ record }: AuditDraft, context: JsonObject): OauthGroup['grant'] {
  const grant: NonNullable<OauthGroup['grant']> = {}
  const resource = idOf(context.APIId) ?? (isOwnCmdlet(record) ? undefined : idOf(record.AppId))
  if (resource !== undefined) grant.resource = { id: [resource] }
  if (isAppOnly(record)) grant.app_only = true
  return grant
}

export function readUse(draft: AuditDraft): void {
  const { record, document } = draft
  const kind = kindByType[recordType(record) ?? -1]
  if (kind === undefined) return
  const context = isObject(record.AppAccessContext) ? record.AppAccessContext : {}
  const appId = clientApp(draft, context)
  if (appId === undefined) return
  const app: NonNullable<OauthGroup['app']> = { id: appId }
  put(app, 'name', textOf(context.ClientAppName) ?? textOf(record.ApplicationDisplayName))
  // The service writes this text for its own applications, which cause millions of reads.
  if (textOf(record.ClientInfoString)?.startsWith('Client=REST;Client=RESTSystem;')) app.first_party = true
  const activity: Activity = { kind }
  put(activity, 'access', accessByOperation.get(operationOf(record)))
  readApi(draft, activity, context)
  const page = addInPage(record)
  put(activity, 'method', page)
  if (kind === 'mail') readMailUse(draft, activity)
  else if (kind === 'file' && activity.access !== undefined && page === undefined) {
    activity.items = 1
    put(activity, 'bytes', toLong(record.FileSizeBytes) ?? toLong(record.FileSize))
  }
  readToken(activity, context)
  const recordId = idOf(record.Id)
  const oauth: OauthGroup = { action: 'app_use', app, activity }
  put(oauth, 'grant', readGrant(draft, context))
  put(oauth, 'account', readAccount(draft))
  oauth.act = {
    id: actId({
      vendor: 'microsoft',
      tenant: idOf(record.OrganizationId),
      // Each record is one use. A correlation ID covers a whole session.
      correlation: recordId,
      action: 'app_use',
      app: appId,
      target: oauth.account?.id ?? oauth.account?.name,
      discriminator: [operationOf(record)],
    }),
  }
  put(oauth.act, 'bundle', idOf(context.CorrelationId))
  setService(document, app)
  setOauth(document, oauth)
}
