// Use of an account's data by an application that caused an activity of Drive, Calendar, Chat or Gmail.
import type { OauthGroup } from '../../../fields/document.ts'
import { groupByWord } from '../../../fields/field.ts'
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { toText } from '../../../lib/convert.ts'
import { actStep, type Draft } from '../../../lib/step.ts'
import type { MappingStep } from '../../mapping-step.ts'
import type { ActivityTable } from '../activity-table.ts'
import {
  type App,
  actorAccount,
  clientApp,
  isServiceAccount,
  serviceAccountApp,
  streamBlock,
  textAt,
  writeAct,
} from './acts.ts'
import { activityAccess } from './api-methods.ts'
import { mailEventAccess } from './gmail.ts'

type Activity = NonNullable<OauthGroup['activity']>
type Access = NonNullable<Activity['access']>

/** The effect of a Drive event on the file, if the event type does not show it. */
const driveAccess = groupByWord<Access>({
  read: 'source_copy',
  export: 'download',
  write: 'untrash',
  permission: `
    change_owner change_user_access change_acl_editors change_document_access_scope change_document_visibility
    shared_drive_membership_change`,
})

/** Returns the access of a Drive event without an API method. */
export function driveEventAccess(name: string, types: readonly string[]): Access | undefined {
  return driveAccess.get(name) ?? typeAccess(types)
}

/** Returns the access by event type, most severe first. */
function typeAccess(types: readonly string[]): Access | undefined {
  if (types.includes('deletion')) return 'delete'
  if (types.includes('creation') || types.includes('change')) return 'write'
  return types.includes('access') ? 'read' : undefined
}

/**
 * Returns the acting application: by client ID if Google supplies it, otherwise by the number of its Cloud project. A
 * service account that acts as itself also counts.
 */
function usingApp({ record, document }: Draft, block: JsonObject): App | undefined {
  const actor = isObject(record.actor) ? record.actor : {}
  const info = isObject(actor.applicationInfo) ? actor.applicationInfo : {}
  const app = clientApp(toText(info.oauthClientId), toText(info.applicationName), undefined)
  const project = textAt(block, 'originating_app_id')
  const email = document.user?.email
  const self = email !== undefined && isServiceAccount(email.toLowerCase()) ? serviceAccountApp(email) : undefined
  if (app?.id === undefined && project === undefined) return self
  return project === undefined ? app : { ...self, ...app, registration_id: project }
}

function writeUse(draft: Draft, stream: string, kind: NonNullable<ActivityTable['data']>): void {
  const block = streamBlock(draft.vendor, stream)
  const app = usingApp(draft, block)
  if (app === undefined) return
  const account = actorAccount(draft)
  const method = textAt(block, 'api_method')
  const activity: Activity = { kind, api: draft.document.event.provider ?? stream }
  if (method !== undefined) activity.method = method
  const name = toText(draft.element.name) ?? ''
  const types = draft.document.event.type ?? []
  const access =
    kind === 'file'
      ? driveEventAccess(name, types)
      : ((kind === 'mail' ? mailEventAccess(block) : undefined) ?? typeAccess(types))
  const either = activityAccess(method) ?? access
  if (either !== undefined) activity.access = either
  writeAct(draft, 'app_use', { app, activity, ...(account && { account }) }, account?.name)
}

export const appUseStep: MappingStep = {
  madeFor: ({ activity }) => {
    const { stream = '', data = 'other' } = activity ?? {}
    return actStep(['app_use'], (draft) => writeUse(draft, stream, data))
  },
}
