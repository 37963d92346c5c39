// The effect of a Google API call, from the names of product, API and method.
import type { OauthGroup } from '../../../fields/document.ts'
import { groupByWord, words } from '../../../fields/field.ts'

type Activity = NonNullable<OauthGroup['activity']>
type Kind = NonNullable<Activity['kind']>
type Access = NonNullable<Activity['access']>

export const productKinds = groupByWord<Kind>({
  mail: 'GMAIL',
  file: 'DRIVE',
  calendar: 'CALENDAR',
  contacts: 'CONTACTS',
  chat: 'COMMUNICATIONS',
  directory: 'GROUPS',
  identity: 'IDENTITY',
  admin: 'VAULT',
})

/** By API name, or by the first part of the method: the Admin SDK is one product with several APIs. */
const apiKinds = groupByWord<Kind>({
  mail: 'gmail',
  file: 'drive docs sheets slides',
  calendar: 'calendar',
  contacts: 'people contacts',
  chat: 'chat',
  directory: 'directory cloudidentity',
  admin: 'admin reports vault',
  identity: 'oauth2',
})

/** Collections of Classroom with the people of a class. A profile is that of the user at each sign-in. */
const classPeople = /\.(?:students|teachers|guardians)\./

/** Returns the kind of data, by method before product. Not for `people`: its calls also read the user's own profile. */
export function activityKind(product: string | undefined, api: string | undefined, method: string | undefined): Kind {
  const byProduct = product === undefined ? undefined : productKinds.get(product)
  const head = method?.slice(0, Math.max(method.indexOf('.'), 0))
  const byMethod = head === undefined ? undefined : apiKinds.get(head)
  const byApi = api === undefined ? undefined : apiKinds.get(api)
  if (head === 'classroom' && classPeople.test(method ?? '')) return 'contacts'
  if (byProduct !== undefined && (byMethod === undefined || head === 'people')) return byProduct
  return byMethod ?? byApi ?? (product === 'GSUITE_ADMIN' ? 'admin' : 'other')
}

/**
 * Access by the last part of a method name. A name that is not listed counts by its first word, so a new method of Google
 * also has an access; the portable edition finds only the names in this table. The names are those of Google's discovery documents:
 * https://developers.google.com/discovery/v1/reference/apis
 */
export const verbs = groupByWord<Access>({
  list: `
    list search searchContacts aggregatedList listDirectoryPeople searchDirectoryPeople searchTransitiveGroups
    searchTransitiveMemberships searchDirectGroups instances`,
  read: 'get batchGet getProfile getBatchGet getByDataFilter batchGetByDataFilter query lookup',
  sync: 'watch getStartPageToken',
  export: 'export download',
  send: 'send',
  write: `
    insert import create createContact batchCreateContacts update updateContact batchUpdateContacts updateAutoForwarding
    updateImap updatePop updateVacation batchUpdate batchUpdateByDataFilter append patch modify batchModify copy move
    upload untrash undelete add quickAdd set setup rename generate turnOff`,
  delete: `
    delete deleteContact batchDelete batchDeleteContacts trash emptyTrash remove clear batchClear
    batchClearByDataFilter obliterate`,
  permission: 'addPermissions makeAdmin modifyMembershipRoles removePermissions resolve transferOwnership',
})

/** The first word of a name in camel case, after `batch`. */
const firstWord = /^(?:batch(?=[A-Z]))?([A-Za-z][a-z]*)(?=[A-Z]|$)/

/** IDs without any data: `drive.files.generateIds`. */
const withoutData: ReadonlySet<string> = new Set(['generateIds', 'generateCseToken'])

function verbAccess(name: string): Access | undefined {
  const listed = verbs.get(name)
  if (listed !== undefined || withoutData.has(name)) return listed
  return verbs.get(firstWord.exec(name)?.[1]?.toLowerCase() ?? '')
}

/** Collections with members that control access to the data: changing one is a change of permission. */
const permissionCollections: ReadonlySet<string> = new Set(
  words('permissions delegates acl members memberships roleAssignments'),
)

/** Collections with the changes since the last call. */
const changeCollections: ReadonlySet<string> = new Set(['history', 'changes'])

/** Returns the access of a method such as `gmail.users.messages.list`, or undefined if its name does not show it. */
export function activityAccess(method: string | undefined): Access | undefined {
  if (method === undefined) return undefined
  const dot = method.lastIndexOf('.')
  const access = verbAccess(method.slice(dot + 1))
  if (access === undefined || dot === -1) return access
  const collection = method.slice(method.lastIndexOf('.', dot - 1) + 1, dot)
  if (access === 'list' && changeCollections.has(collection)) return 'sync'
  if (method === 'chat.spaces.messages.create') return 'send'
  if ((access === 'write' || access === 'delete') && permissionCollections.has(collection)) return 'permission'
  return access
}
