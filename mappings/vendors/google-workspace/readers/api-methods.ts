// The effect of a Google API call, from the names of product, API and method.
import type { OauthGroup } from '../../../fields/document.ts'

type Activity = NonNullable<OauthGroup['activity']>
type Kind = NonNullable<Activity['kind']>
type Access = NonNullable<Activity['access']>

export const productKinds: ReadonlyMap<string, Kind> = new Map([
  ['GMAIL', 'mail'],
  ['DRIVE', 'file'],
  ['CALENDAR', 'calendar'],
  ['CONTACTS', 'contacts'],
  ['COMMUNICATIONS', 'chat'],
  ['GROUPS', 'directory'],
  ['IDENTITY', 'identity'],
  ['VAULT', 'admin'],
])

/** By API name, or by the first part of the method: the Admin SDK is one product with several APIs. */
const apiKinds: ReadonlyMap<string, Kind> = new Map([
  ['gmail', 'mail'],
  ['drive', 'file'],
  ['docs', 'file'],
  ['sheets', 'file'],
  ['slides', 'file'],
  ['calendar', 'calendar'],
  ['people', 'contacts'],
  ['contacts', 'contacts'],
  ['chat', 'chat'],
  ['directory', 'directory'],
  ['admin', 'admin'],
  ['reports', 'admin'],
  ['vault', 'admin'],
  ['cloudidentity', 'directory'],
  ['oauth2', 'identity'],
])

/** Returns the kind of data, by method before product. Not for `people`: its calls also read the user's own profile. */
export function activityKind(product: string | undefined, api: string | undefined, method: string | undefined): Kind {
  const byProduct = product === undefined ? undefined : productKinds.get(product)
  const head = method?.slice(0, Math.max(method.indexOf('.'), 0))
  const byMethod = head === undefined ? undefined : apiKinds.get(head)
  const byApi = api === undefined ? undefined : apiKinds.get(api)
  if (byProduct !== undefined && (byMethod === undefined || head === 'people')) return byProduct
  return byMethod ?? byApi ?? (product === 'GSUITE_ADMIN' ? 'admin' : 'other')
}

/** Access by the last part of a method name. */
export const verbs: ReadonlyMap<string, Access> = new Map([
  ['list', 'list'],
  ['search', 'list'],
  ['searchContacts', 'list'],
  ['aggregatedList', 'list'],
  ['get', 'read'],
  ['batchGet', 'read'],
  ['getProfile', 'read'],
  ['getBatchGet', 'read'],
  ['query', 'read'],
  ['watch', 'sync'],
  ['getStartPageToken', 'sync'],
  ['export', 'export'],
  ['download', 'export'],
  ['send', 'send'],
  ['insert', 'write'],
  ['import', 'write'],
  ['create', 'write'],
  ['createContact', 'write'],
  ['update', 'write'],
  ['updateContact', 'write'],
  ['updateAutoForwarding', 'write'],
  ['updateImap', 'write'],
  ['updatePop', 'write'],
  ['updateVacation', 'write'],
  ['batchUpdate', 'write'],
  ['append', 'write'],
  ['patch', 'write'],
  ['modify', 'write'],
  ['batchModify', 'write'],
  ['copy', 'write'],
  ['move', 'write'],
  ['upload', 'write'],
  ['untrash', 'write'],
  ['delete', 'delete'],
  ['deleteContact', 'delete'],
  ['batchDelete', 'delete'],
  ['trash', 'delete'],
  ['emptyTrash', 'delete'],
  ['remove', 'delete'],
])

/** Collections with members that control access to the data: changing one is a change of permission. */
const permissionCollections: ReadonlySet<string> = new Set([
  'permissions',
  'delegates',
  'acl',
  'members',
  'roleAssignments',
])

/** Collections with the changes since the last call. */
const changeCollections: ReadonlySet<string> = new Set(['history', 'changes'])

/** Returns the access of a method such as `gmail.users.messages.list`, or undefined if its name does not show it. */
export function activityAccess(method: string | undefined): Access | undefined {
  if (method === undefined) return undefined
  const dot = method.lastIndexOf('.')
  const access = verbs.get(method.slice(dot + 1))
  if (access === undefined || dot === -1) return access
  const collection = method.slice(method.lastIndexOf('.', dot - 1) + 1, dot)
  if (access === 'list' && changeCollections.has(collection)) return 'sync'
  if (method === 'chat.spaces.messages.create') return 'send'
  if ((access === 'write' || access === 'delete') && permissionCollections.has(collection)) return 'permission'
  return access
}
