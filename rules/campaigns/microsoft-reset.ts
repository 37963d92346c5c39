// A reset by the help desk in the unified audit log, and a customer without the Graph activity log.
import type { RawRecord } from './campaign.ts'
import { directory, listed, userTarget } from './microsoft-layouts.ts'
import type { Log, Person } from './microsoft-tenant.ts'

/** The help desk sets a new password. Returns the id. */
export const resetPassword = (log: Log, at: number, person: Person): string =>
  directory(log, at, {
    operation: 'Reset user password.',
    by: log.tenant.helpdesk,
    target: userTarget(person),
    objectId: person.upn,
    category: 'User',
    details: { 'User-Agent': log.tenant.helpdesk.agent },
    changes: [],
  })

/** The help desk ends all sessions of a person. Returns the id. */
export const endSessions = (log: Log, at: number, person: Person): string =>
  directory(log, at, {
    operation: 'Update StsRefreshTokenValidFrom Timestamp.',
    by: log.tenant.helpdesk,
    target: userTarget(person),
    objectId: person.upn,
    category: 'User',
    details: { 'User-Agent': log.tenant.helpdesk.agent },
    changes: [
      {
        name: 'StsRefreshTokensValidFrom',
        now: listed(new Date(at).toISOString()),
        before: listed(new Date(at - 3_900_000_000).toISOString()),
      },
      { name: 'Included Updated Properties', now: 'StsRefreshTokensValidFrom' },
    ],
  })

const idOf = (record: RawRecord): string => {
  const inner = (record.properties ?? {}) as RawRecord
  return `${record.Id ?? inner.id ?? record.id ?? ''}`
}

/** Drops the Graph activity, and those of `ids` that were in it. */
export const withoutGraph = (
  records: readonly RawRecord[],
  ids: readonly string[] = [],
): { readonly records: readonly RawRecord[]; readonly ids: readonly string[] } => {
  const kept = records.filter((record) => record.category !== 'MicrosoftGraphActivityLogs')
  const known = new Set(kept.map(idOf))
  return { records: kept, ids: ids.filter((id) => known.has(id)) }
}
