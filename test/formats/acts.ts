// One act on an application or grant, in the records of every Microsoft log source that reports it.
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { normalOperation } from '../../mappings/vendors/microsoft/readers/operation.ts'
import { defenderForms } from './defender-forms.ts'
import { toDirectoryAudit } from './directory-audit.ts'
import { entraForms } from './entra-forms.ts'
import type { Form, Lack, Native } from './form.ts'

/** A log source in addition to the unified audit log. */
export interface LogSource {
  readonly title: string
  /** Converts the unified audit record of the act to a delivery of this log source. */
  readonly render: (record: JsonObject) => string | Buffer
  /** Members of `oauth` that the log source does not contain; the identity of the act is never among them. */
  readonly lacks: readonly Lack[]
}

function wrapOf(forms: readonly Form[], name: string): Form['wrap'] {
  const form = forms.find((one) => one.name === name)
  if (form === undefined) throw new Error(`no form ${name}`)
  return form.wrap
}

const lacksOfEntra: readonly Lack[] = [
  { fields: ['actor_app.id'], why: 'the log names an acting application only by its service principal' },
  {
    fields: ['app.id', 'app.first_party'],
    why: 'for directory roles of a service principal, the log contains only its object ID',
  },
]

const entra = (title: string, name: string): LogSource => {
  const wrap = wrapOf(entraForms, name)
  return { title, render: (record) => wrap([toDirectoryAudit(record)]), lacks: lacksOfEntra }
}

const defender = (title: string, name: string): LogSource => {
  const wrap = wrapOf(defenderForms, name)
  const native = (record: JsonObject): Native => ({ ref: '', kind: 'U', record, text: '', documents: [] })
  return { title, render: (record) => wrap([native(record)]), lacks: [] }
}

export const logSources: readonly LogSource[] = [
  entra('Entra diagnostic log (`AuditLogs`, Event Hubs)', 'event-hub-batch'),
  entra('Entra directory audits polled from Graph', 'graph-directory-audits'),
  entra('Log Analytics `AuditLogs`', 'log-analytics-audit-logs'),
  defender('Defender XDR `CloudAppEvents`', 'defender-cloud-app-events'),
  defender('Log Analytics `CloudAppEvents`', 'log-analytics-cloud-app-events'),
]

/** An act: its operation in normal form and its unified audit record. */
export interface Act {
  readonly name: string
  readonly record: JsonObject
}

/** The sample that serves as the template for an operation without a sample; the first match applies. */
const alike: readonly (readonly [RegExp, string, (text: string) => string])[] = [
  [/^restore consent/, 'consent-user-mail', (text) => text],
  [/^add oauth2permissiongrant/, 'delegated-grant-added', (text) => text],
  [/^remove oauth2permissiongrant/, 'delegated-grant-removed', (text) => text],
  [/app role assignment .*group/, 'user-assigned', (text) => text.replaceAll('"User.', '"Group.')],
  [/app role assignment/, 'user-assigned', (text) => text],
  [/service principal credentials/, 'service-principal-credential-added', (text) => text],
  [/owner .* service principal/, 'owner-added', (text) => text.replaceAll('"Application.', '"ServicePrincipal.')],
  [/owner .* application/, 'owner-added', (text) => text],
  [/ role\b/, 'role-granted-to-service-principal', (text) => text],
  [/policy/, 'authorization-policy-loosened', (text) => text],
  [
    /^set (company|directory)/,
    'authorization-policy-loosened',
    (text) => text.replaceAll('PermissionGrantPolicyIdsAssignedToDefaultUserRole', 'UserPermissionToConsent'),
  ],
  [/service principal/, 'service-principal-removed', (text) => text],
  [/application|external secrets|publisher/, 'application-redirect-added', (text) => text],
]

const hasUserTarget = ({ Target }: JsonObject): boolean =>
  Array.isArray(Target) && Target.some((entry) => isObject(entry) && entry.ID === 'User')

/** Returns every sample of these operations. For an operation without one, derives a record from a similar sample. */
export function actsOf(natives: readonly Native[], operations: readonly string[]): Act[] {
  const samples = natives
    .filter(({ ref, record }) => ref.startsWith('m365/') && record.RecordType === 8)
    // A directory role of a person is not an act on an application.
    .filter(({ record }) => !(/ role\b/.test(String(record.Operation)) && hasUserTarget(record)))
    .map(({ ref, record }) => ({ name: ref.slice('m365/'.length), record }))
  return operations.flatMap((operation): Act[] => {
    const own = samples.filter(({ record }) => normalOperation(String(record.Operation)) === operation)
    if (own.length > 0) return own
    const [, like, change] = alike.find(([pattern]) => pattern.test(operation)) ?? []
    const base = samples.find(({ name }) => name === like)
    if (base === undefined || change === undefined) return []
    const record = JSON.parse(change(JSON.stringify(base.record))) as JsonObject
    return [{ name: operation, record: { ...record, Operation: `${operation}.` } }]
  })
}
