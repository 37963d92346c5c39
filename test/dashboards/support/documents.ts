// Some sixty documents of invented people and applications: every action of the dashboard, both vendors, gaps, lists,
// failures, duplicates, and what lies outside the datasets and the time.
import type { DataViewName } from '../../../dashboards/lib/data-views.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'

export interface StoredDocument {
  /** What it is seen through: `events` when absent. */
  readonly view?: DataViewName
  /** The dataset; for what is no event, the kind of index. */
  readonly dataset: string
  readonly id: string
  readonly source: JsonObject
}

/** Thirty days: Kibana draws twelve-hour bars. Seven days: three-hour bars. */
export const month = { from: '2026-10-20T00:00:00.000Z', to: '2026-11-19T00:00:00.000Z' } as const
export const week = { from: '2026-11-05T00:00:00.000Z', to: '2026-11-12T00:00:00.000Z' } as const

const hour = 3_600_000
const tenants = ['tenant-a', 'tenant-b']
const people = ['ada', 'ben', 'cleo', 'dov', 'elif', 'finn', 'gita']
const tiers = ['critical', 'high', 'medium', 'low']
const scopes = [
  'Mail.Read',
  'Mail.Send',
  'Files.ReadWrite.All',
  'offline_access',
  'User.Read',
  'https://www.example.com/auth/drive',
]
const breadths = ['user', 'tenant', 'user', 'user', 'group']
const countries = ['NL', 'DE', 'NG', 'US']
const kinds = ['mail', 'file', 'calendar']
const m365Actions = [
  'consent',
  'delegated_grant',
  'consent',
  'app_role_grant',
  'consent_block',
  'app_use',
  'consent_request',
]
const googleActions = ['consent', 'token_deny', 'app_use', 'consent', 'token_revoke']
const adminActions = ['delegation_grant', 'app_install']

/** Walks a list with a stride, so that the lists do not run in step. */
function pick<T>(list: readonly T[], i: number, stride = 1): T {
  return list[(i * stride) % list.length] as T
}

function source(dataset: string, action: string, i: number): JsonObject {
  const google = dataset.startsWith('google')
  const app = (i * 7) % 19
  const person = `${pick(people, i, 3)}@example.com`
  const failed = !google && i % 9 === 4
  // The administrators' grants are for nobody in particular, some applications are known by their id only.
  const account = action === 'delegation_grant' || i % 11 === 5 ? {} : { account: { name: person } }
  const known = pick(tiers, i, 5)
  return {
    '@timestamp': new Date(Date.parse(month.from) + i * 11 * hour + i * 61_000).toISOString(),
    data_stream: { type: 'logs', dataset },
    event: { dataset, ...(google ? {} : { outcome: failed ? 'failure' : 'success' }) },
    organization: { id: pick(tenants, i) },
    service: { id: `app-${app}` },
    source: { ip: `192.0.2.${1 + (i % 5)}`, geo: { country_iso_code: pick(countries, i, 3) } },
    user: { name: person },
    oauth: {
      action,
      ...(i % 8 === 7 ? { act: { duplicate: true } } : {}),
      app: {
        id: `app-${app}`,
        ...(i % 13 === 6 ? {} : { name: `Application ${app}` }),
        ...(i % 4 === 1 ? { name_flags: ['generic'] } : {}),
        users: i % 3,
      },
      ...account,
      activity: { kind: pick(kinds, i, 2), items: (i * 5) % 17 },
      grant: {
        breadth: pick(breadths, i),
        scopes: [pick(scopes, i), pick(scopes, i, 5)],
        self: i % 3 === 0,
        ...(i % 6 === 2 ? {} : { tier: known, tier_rank: 3 - tiers.indexOf(known) }),
        ...(action === 'consent_block' ? { reason: 'Risky application detected' } : {}),
      },
    },
  }
}

function make(): StoredDocument[] {
  const list: StoredDocument[] = []
  const add = (dataset: string, action: string) => {
    const i = list.length
    list.push({ dataset, id: `document-${i}`, source: source(dataset, action, i) })
  }
  for (let i = 0; i < 22; i++) add('o365.audit', pick(m365Actions, i))
  for (let i = 0; i < 14; i++) add('azure.auditlogs', pick(m365Actions, i, 3))
  for (let i = 0; i < 15; i++) add('google_workspace.token', pick(googleActions, i))
  for (let i = 0; i < 7; i++) add('google_workspace.admin', pick(adminActions, i))
  // A dataset that the dashboard does not show.
  for (let i = 0; i < 4; i++) add('azure.signinlogs', 'consent')
  // After the end of the month.
  for (let i = 0; i < 6; i++) add('o365.audit', 'consent')
  return list
}

export const documents: readonly StoredDocument[] = make()
