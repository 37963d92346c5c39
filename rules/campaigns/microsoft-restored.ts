// Registrations that are deleted and restored, in the Entra directory audit, and the records of a customer that polls the Graph API.
import type { RawRecord } from './campaign.ts'
import { audit, principal, registration } from './microsoft-entra.ts'
import type { App, Log, Person } from './microsoft-tenant.ts'

type Act = 'Delete' | 'Restore'

/** The registration and its service principal are deleted, or come back from the recycle bin. Returns both ids. */
export const recycle = (
  log: Log,
  at: number,
  act: Act,
  by: Person,
  app: App,
  ip: string = by.ip,
): readonly string[] => {
  const correlation = log.random.uuid()
  const common = {
    category: 'ApplicationManagement',
    by,
    ip,
    correlation,
    type: act === 'Delete' ? 'Delete' : 'Update',
    details: { 'User-Agent': by.agent, AppId: app.appId },
  }
  const names = { name: 'TargetId.ServicePrincipalNames', now: JSON.stringify(app.appId) }
  return [
    audit(log, at, { ...common, activity: `${act} application`, targets: [registration(app, [])] }),
    audit(log, at + 400, {
      ...common,
      activity: act === 'Delete' ? 'Remove service principal' : 'Restore service principal',
      targets: [principal(app, [names], true)],
    }),
  ]
}

/** A customer that polls directory audits and sign-ins has no Graph activity. */
export const polled = (
  records: readonly RawRecord[],
  ids: readonly string[],
): { readonly records: readonly RawRecord[]; readonly ids: readonly string[] } => {
  const kept = records.filter((record) => record.category !== 'MicrosoftGraphActivityLogs')
  const known = new Set(kept.map((record) => record.id))
  return { records: kept, ids: ids.filter((id) => known.has(id)) }
}
