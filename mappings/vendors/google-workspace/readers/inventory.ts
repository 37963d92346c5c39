// A user, or a user's token for an application, from a Google Directory API list: the state at the time of the
// snapshot. It is not an act: `oauth.action` stays empty, and the entity store applies its facts.
import type { OauthGroup } from '../../../fields/document.ts'
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { present } from '../../../kernel/present.ts'
import { table } from '../../../kernel/table.ts'
import { toBoolean, toText } from '../../../lib/convert.ts'
import { setOauth, setService } from '../../../lib/oauth/document.ts'
import { distinctScopes, toScopes } from '../../../lib/oauth/scopes.ts'
import { put } from '../../../lib/put.ts'
import { snakeMembers } from '../../../lib/snake-case.ts'
import type { DeriveStep } from '../../../lib/step.ts'
import { splitUserName } from '../../../lib/user-name.ts'
import { clientApp, kindByScopes } from './acts.ts'
import { toGoogleInstant } from './values.ts'

/** Members that the document does not contain, each with the reason. The first ones are in other fields. */
export const omittedFromDirectory: Readonly<Record<string, string>> = table({
  kind: 'event.action contains it',
  snapshotTime: '@timestamp holds it',
  customerId: 'organization.id holds it',
  etag: 'changes with the copy',
  password: 'a secret',
  hashFunction: 'of the password',
  phones: 'personal, and no rule asks for it',
  addresses: 'personal, and no rule asks for it',
  relations: 'personal, and no rule asks for it',
  gender: 'personal, and no rule asks for it',
  ims: 'personal, and no rule asks for it',
  notes: 'personal, and no rule asks for it',
  sshPublicKeys: 'for computers of Google Cloud',
  posixAccounts: 'for computers of Google Cloud',
  thumbnailPhotoUrl: 'a picture',
  thumbnailPhotoEtag: 'a picture',
})

function keptMembers(record: JsonObject): JsonObject {
  const kept: JsonObject = {}
  for (const name of Object.keys(record)) {
    const value = record[name]
    if (value !== null && value !== undefined && !Object.hasOwn(omittedFromDirectory, name)) kept[name] = value
  }
  return kept
}

/** Google writes the first second of 1970 for "never". */
function instantOf(value: unknown): string | undefined {
  const instant = toGoogleInstant(value)
  return instant?.startsWith('1970-') ? undefined : instant
}

function accountOf(id: string | undefined, email: string | undefined): NonNullable<OauthGroup['account']> {
  return present({ id, name: email?.toLowerCase() })
}

function readToken(record: JsonObject, oauth: OauthGroup): void {
  const holder = toText(record.user)
  const account = accountOf(toText(record.userKey), holder?.includes('@') ? holder : undefined)
  oauth.account = account
  // GAM separates scopes by spaces.
  const given = Array.isArray(record.scopes) ? record.scopes : toScopes(toText(record.scopes))
  const scopes = distinctScopes(given.filter((scope) => typeof scope === 'string'))
  const app = clientApp(toText(record.clientId), toText(record.displayText), undefined)
  const kind = kindByScopes(scopes, []) ?? (toBoolean(record.nativeApp) === true ? 'native' : undefined)
  if (app !== undefined && kind !== undefined) app.kind ??= kind
  put(oauth, 'app', app)
  oauth.grant = { kind: 'delegated', breadth: 'user', scopes, principal: { ...account } }
}

function statusOf(record: JsonObject): NonNullable<OauthGroup['account']>['status'] {
  if (instantOf(record.deletionTime) !== undefined) return 'deleted'
  if (toBoolean(record.archived) === true) return 'archived'
  const suspended = toBoolean(record.suspended)
  return suspended === undefined ? undefined : suspended ? 'suspended' : 'active'
}

/** Google's name for the super administrator role. */
const superAdmin = '_SEED_ADMIN_ROLE'

const textsOf = (list: unknown): string[] =>
  (Array.isArray(list) ? list : []).flatMap((one) => toText(isObject(one) ? one.address : one) ?? [])

export const directoryObject: DeriveStep = ({ record, context, document, vendor }) => {
  vendor.inventory = snakeMembers(keptMembers(record))
  const customer = toText(record.customerId) ?? toText(context?.customerId)
  if (customer !== undefined) document.organization = { ...document.organization, id: customer }
  const since = instantOf(record.creationTime)
  if (since !== undefined) document.event.start = since
  const oauth: OauthGroup = {}
  if (record.kind === 'admin#directory#token') readToken(record, oauth)
  else {
    const email = toText(record.primaryEmail)?.toLowerCase()
    const id = toText(record.id)
    const account = accountOf(id, email)
    put(account, 'status', statusOf(record))
    oauth.account = account
    if (toBoolean(record.isAdmin) === true) oauth.role = { name: superAdmin }
    const full_name = toText(isObject(record.name) ? record.name.fullName : undefined)
    document.user = present({ id, email, ...splitUserName(email), full_name })
  }
  const { aliases, nonEditableAliases } = record
  const names = [oauth.account?.name, ...textsOf(aliases), ...textsOf(nonEditableAliases)]
  const users = [...names.map((name) => name?.toLowerCase()), oauth.account?.id].filter((name) => name !== undefined)
  if (users.length > 0) document.related = { ...document.related, user: [...new Set(users)] }
  setService(document, oauth.app)
  setOauth(document, oauth)
}
