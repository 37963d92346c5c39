// The same record in another log source of its vendor that also contains the act.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import type { Decoded } from '../../pipeline/outcome.ts'
import { toDirectoryAudit } from './directory-audit.ts'
import type { Native } from './form.ts'
import { googleForms } from './google-forms.ts'
import { type EntraAudit, type EntraSignIn, toUnifiedAudit, toUserLoggedIn } from './unified-audit.ts'

/** The text of the other record, or undefined where the other log source does not contain it. */
export type ToOtherLogSource = (decoded: Decoded) => string | undefined

const tenantOf = ({ record, context }: Decoded): string => String(context?.tenantId ?? record.tenantId ?? '')

const cloud = googleForms.find(({ name }) => name === 'cloud-logging-entry')

function asNative({ record }: Decoded): Native {
  return { ref: '', kind: 'G', record, text: '', documents: [] }
}

const list = /^ADD_TO_(TRUSTED|LIMITED|BLOCKED)_OAUTH2_APPS$/

/** In the layout of 2026, one event with the new level replaces the separate event for each list. */
function renamed(event: Json): Json {
  const level = isObject(event) ? list.exec(String(event.name))?.[1] : undefined
  if (!isObject(event) || level === undefined || !Array.isArray(event.parameters)) return event
  const value = level.charAt(0) + level.slice(1).toLowerCase()
  return { ...event, name: 'CHANGE_APP_ACCESS', parameters: [...event.parameters, { name: 'NEW_VALUE', value }] }
}

function asRenamed(record: JsonObject): string | undefined {
  const events = Array.isArray(record.events) ? record.events.map(renamed) : []
  const text = JSON.stringify({ ...record, events })
  return text === JSON.stringify(record) ? undefined : text
}

export const toOtherLogSource = {
  'directory audits of Entra ID': ({ kind, record }) =>
    kind === 'U' && record.RecordType === 8 && Array.isArray(record.Target) ? toDirectoryAudit(record).text : undefined,
  'directory changes in the unified audit log': (decoded) =>
    decoded.kind === 'A'
      ? JSON.stringify(toUnifiedAudit(decoded.record as unknown as EntraAudit, tenantOf(decoded)))
      : undefined,
  'sign-ins in the unified audit log': (decoded) => {
    const signIn = decoded.record as unknown as Partial<EntraSignIn>
    if (decoded.kind !== 'S' || !signIn.userPrincipalName || !signIn.appId || !signIn.status) return undefined
    return JSON.stringify(toUserLoggedIn(signIn as EntraSignIn, tenantOf(decoded)))
  },
  'Google Cloud Logging': (decoded) =>
    decoded.kind === 'G' && cloud?.carries(asNative(decoded)) ? String(cloud.wrap([asNative(decoded)])) : undefined,
  'the admin events of 2026': ({ kind, record }) => (kind === 'G' ? asRenamed(record) : undefined),
} satisfies Readonly<Record<string, ToOtherLogSource>>
