// Sign-ins in the unified audit log (record type 15): an application gets a token on behalf of a user.
import type { OauthGroup } from '../../../fields/document.ts'
import { actId } from '../../../lib/oauth/act.ts'
import { setOauth, setService } from '../../../lib/oauth/document.ts'
import { put } from '../../../lib/put.ts'
import { toAccount } from '../../microsoft/readers/directory-act.ts'
import { isGuid, readEntity } from '../../microsoft/readers/entity.ts'
import { namedValue } from '../../microsoft/readers/name-values.ts'
import { idOf, textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft } from './audit-record.ts'
import { recordType } from './record.ts'

function readDevice({ record, document }: AuditDraft): void {
  const properties = record.DeviceProperties
  const id = textOf(namedValue(properties, 'Id'))
  if (id !== undefined && document.device?.id === undefined) document.device = { ...document.device, id }
  const session = textOf(namedValue(properties, 'SessionId'))
  if (session !== undefined && document.session?.id === undefined)
    document.session = { ...document.session, id: session }
}

/** Sets user presence. `OAuth2:Token` uses the client's credentials, without the user. */
function readLogon({ record, document }: AuditDraft): void {
  const request = textOf(namedValue(record.ExtendedProperties, 'RequestType'))?.toLowerCase()
  if (request === undefined) return
  document.saas ??= {}
  document.saas.logon = { interactive: request !== 'oauth2:token' }
}

export function readSignIn(draft: AuditDraft): void {
  const { record, document } = draft
  if (recordType(record) !== 15) return
  readDevice(draft)
  readLogon(draft)
  const code = textOf(record.ErrorNumber) ?? textOf(record.ErrorCode) ?? ''
  if (code !== '' && code !== '0') document.error = { ...document.error, code }
  const appId = idOf(record.ApplicationId)
  if (appId === undefined) return
  const actor = readEntity(record.Actor)
  const object = idOf(record.ObjectId)
  const resource = object !== undefined && isGuid(object) ? object : readEntity(record.Target).objectId
  const oauth: OauthGroup = { action: 'app_sign_in', app: { id: appId } }
  const name = textOf(record.ApplicationDisplayName)
  if (name !== undefined) oauth.app = { id: appId, name }
  if (resource !== undefined) oauth.grant = { resource: { id: [resource] } }
  const user = textOf(record.UserId)
  oauth.account = toAccount(actor.objectId, user?.includes('@') ? user : actor.upn)
  const correlation = idOf(record.InterSystemsId)
  oauth.act = {
    id: actId({
      vendor: 'microsoft',
      tenant: idOf(record.OrganizationId),
      correlation: correlation ?? idOf(record.Id),
      action: 'app_sign_in',
      app: appId,
      target: resource,
      // The ID of the request itself, because many sign-ins share one correlation ID.
      discriminator: [idOf(record.IntraSystemId) ?? idOf(record.IntraSystemsId) ?? idOf(record.Id) ?? '', code],
    }),
  }
  put(oauth.act, 'bundle', correlation)
  setService(document, oauth.app)
  setOauth(document, oauth)
}
