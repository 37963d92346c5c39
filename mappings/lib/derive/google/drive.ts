// Files, their owners and the applications that touch them: the drive activity.
import type { OauthGroup } from '../../../fields/document.ts'
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { toText } from '../../convert.ts'
import type { DeriveStep, Draft } from '../step.ts'
import { type App, actorAccount, streamBlock, textAt, writeAct } from './acts.ts'
import { activityAccess } from './api-methods.ts'
import { writeUserTarget } from './targets.ts'
import { splitAddress } from './values.ts'

type Activity = NonNullable<OauthGroup['activity']>
type Access = NonNullable<Activity['access']>

/** What a drive event does to the file, where its API method does not say. */
const eventAccess: ReadonlyMap<string, Access> = new Map([
  ['view', 'read'],
  ['preview', 'read'],
  ['print', 'read'],
  ['copy', 'write'],
  ['source_copy', 'read'],
  ['download', 'export'],
  ['edit', 'write'],
  ['create', 'write'],
  ['upload', 'write'],
  ['rename', 'write'],
  ['move', 'write'],
  ['add_to_folder', 'write'],
  ['remove_from_folder', 'write'],
  ['untrash', 'write'],
  ['trash', 'delete'],
  ['delete', 'delete'],
  ['change_owner', 'permission'],
  ['change_user_access', 'permission'],
  ['change_acl_editors', 'permission'],
  ['change_document_access_scope', 'permission'],
  ['change_document_visibility', 'permission'],
  ['shared_drive_membership_change', 'permission'],
])

/** Names, owner and target of the file, from `google_workspace.drive`. */
export const driveDetail: DeriveStep = ({ record, document, vendor }) => {
  const block = streamBlock(vendor, 'drive')
  const type = textAt(block, 'file', 'type')
  const name = document.file?.name
  const owner = splitAddress(textAt(block, 'file', 'owner', 'email'))
  if (type !== undefined) {
    document.file ??= {}
    document.file.type = type === 'folder' || type === 'shared_drive' ? 'dir' : 'file'
  }
  if (document.file !== undefined && name !== undefined) {
    const dot = name.lastIndexOf('.')
    if (dot !== -1 && dot < name.length - 1) document.file.extension = name.slice(dot + 1)
  }
  if (owner !== undefined) {
    document.file ??= {}
    document.file.owner = owner.name
  }
  writeUserTarget(document, textAt(block, 'target'))
  // Anonymous access comes with an empty address, and a prebuilt rule looks for just that.
  if (isObject(record.actor) && record.actor.email === '') {
    document.source ??= {}
    document.source.user ??= {}
    document.source.user.email = ''
  }
}

/** The app that touched the file: by client id where Google says it, else by the number of its Cloud project. */
function driveApp({ record }: Draft, block: JsonObject): App | undefined {
  const actor = isObject(record.actor) ? record.actor : {}
  const info = isObject(actor.applicationInfo) ? actor.applicationInfo : {}
  const id = toText(info.oauthClientId)
  const name = toText(info.applicationName)
  const project = textAt(block, 'originating_app_id')
  if (id === undefined && project === undefined) return undefined
  const app: App = {}
  if (id !== undefined) app.id = id
  if (name !== undefined) app.name = name
  if (project !== undefined) app.registration_id = project
  return app
}

/** Use of a file by an application. */
export const driveActs: DeriveStep = (draft) => {
  const block = streamBlock(draft.vendor, 'drive')
  const app = driveApp(draft, block)
  if (app === undefined) return
  const account = actorAccount(draft)
  const method = textAt(block, 'api_method')
  const activity: Activity = { kind: 'file', api: 'drive' }
  if (method !== undefined) activity.method = method
  const access = activityAccess(method) ?? eventAccess.get(draft.document.event.action ?? '')
  if (access !== undefined) activity.access = access
  writeAct(draft, 'app_use', { app, activity, ...(account && { account }) }, account?.name)
}
