// The facts about an application as texts: for the report, for `apps show`, and for the columns of lists.
import type { Vendor } from '../../../mappings/entities/key.ts'
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'
import { shortId } from '../../../rules/lib/reason.ts'
import { hourOf, time } from '../../entity-store/age.ts'
import { unknownTenant } from '../../entity-store/tenants.ts'
import { stateOf, stillHasAccess, usedAfterEnd } from '../../review/ended.ts'
import type { Removal } from '../../review/grants.ts'
import type { ReviewedApp } from '../../review/review.ts'
import { commandLine } from '../../safe-output/command-line.ts'
import type { AppRow } from './model.ts'
import { count, thousands } from './words.ts'

type Named = Pick<AppRow, 'id' | 'name'>

/** Checks whether an application may still have access at the end of the records. */
export function isOpen({ standing, granted, needsNoGrant, onlyAttempts, ended, late }: AppRow): boolean {
  if (stillHasAccess(late)) return true
  return ended === undefined && !onlyAttempts && (standing > 0 || needsNoGrant || granted === 0)
}

/** Returns application labels for sentences. Applications with the same name also get the short ID, or the full ID if the short IDs are equal or `idOf` returns it. */
export function labelsOf(rows: readonly Named[], idOf = shortId): (row: Named) => string {
  const idsOf = new Map<string, Map<string, Set<string>>>()
  for (const { id, name = '' } of rows) {
    const byShortId = lookedUp(idsOf, name, () => new Map<string, Set<string>>())
    lookedUp(byShortId, idOf(id), () => new Set<string>()).add(id)
  }
  return ({ id, name }) => {
    if (name === undefined) return id
    const byShortId = idsOf.get(name)
    const same = byShortId?.get(idOf(id))
    if (same !== undefined && same.size > 1) return `${name} (${id})`
    return (byShortId?.size ?? 0) > 1 ? `${name} (${idOf(id)})` : name
  }
}

export const vendorNames = { microsoft: 'Microsoft', google: 'Google' } as const

/** The revocation of a grant that somebody granted again. */
export const revocationInWords = ({ at, by }: Removal): string =>
  `after it was revoked ${time(at)}${by === undefined ? '' : ` by ${by}`}`

interface AppColumn {
  readonly title: string
  readonly width: number
  readonly text: (app: ReviewedApp) => string
}

/** The columns of a list: with the tenant if applications of one vendor are from several tenants. */
export function appColumnsOf(apps: readonly ReviewedApp[]): readonly AppColumn[] {
  const tenantsOf = (vendor: Vendor) => new Set(apps.flatMap((app) => (app.vendor === vendor ? app.tenant : []))).size
  const [name, ...others] = appColumns as readonly [AppColumn, ...AppColumn[]]
  return Math.max(tenantsOf('microsoft'), tenantsOf('google')) > 1 ? [name, tenantColumn, ...others] : appColumns
}

const tenantColumn: AppColumn = {
  title: 'TENANT',
  width: 36,
  text: ({ tenant, tenantNames: [name = tenant] }) => name || unknownTenant,
}

const appColumns: readonly AppColumn[] = [
  { title: 'APP', width: 30, text: ({ names }) => names[0] ?? '' },
  { title: 'ID', width: 80, text: ({ id }) => id },
  { title: 'VENDOR', width: 9, text: ({ vendor }) => vendor },
  { title: 'TIER', width: 8, text: ({ tier }) => tier ?? '' },
  { title: 'FOR', width: 6, text: ({ breadth }) => breadth },
  { title: 'USERS', width: 6, text: usersOf },
  { title: 'IDLE', width: 6, text: ({ idleDays }) => (idleDays === undefined ? 'unseen' : `${idleDays}d`) },
  { title: 'GRANTERS', width: 8, text: ({ granters }) => granters },
  { title: 'STATE', width: 9, text: ({ status }) => status },
  { title: 'APPROVAL', width: 8, text: ({ approval }) => approval },
]

export const reasonsOfReview = ({ reasons }: ReviewedApp): string => reasons.join('; ')

function usersOf({ users, usersApproximate }: ReviewedApp): string {
  return `${usersApproximate ? '~' : ''}${users}`
}

/** A tenant by its name and its ID. */
export const tenantInWords = ({ tenant, tenantNames: [name] }: Pick<ReviewedApp, 'tenant' | 'tenantNames'>): string =>
  name === undefined ? tenant || unknownTenant : tenant === '' ? name : `${name} (${tenant})`

/** The words of a command line and its paths. */
type Command = readonly [words: readonly string[], paths: readonly string[]]

/** Returns a command for an application. An ID that would be read as an option follows the options, like the paths. */
export function commandFor(
  command: 'show' | 'contain',
  { id, tenant, elsewhere }: Pick<AppRow, 'id' | 'tenant' | 'elsewhere'>,
  { options = [], paths = [] }: { readonly options?: readonly string[]; readonly paths?: readonly string[] } = {},
): Command {
  const rest = [...(elsewhere === true ? ['--tenant', tenant || unknownTenant] : []), ...options]
  return id.startsWith('-')
    ? [
        ['apps', command, ...rest],
        [id, ...paths],
      ]
    : [['apps', command, id, ...rest], paths]
}

/** Returns the command for an application in a report, which does not know the paths of its reader. */
export const commandOn = (command: 'show' | 'contain', row: Pick<AppRow, 'id' | 'tenant' | 'elsewhere'>): string =>
  `${commandLine(...commandFor(command, row))} PATH…`

/** Returns each fact as a title and a text. The text is empty if the fact is unknown. */
export function factsOf(app: ReviewedApp): readonly (readonly [title: string, text: string])[] {
  const { ownerTenant, tenant, publisher, verified, breadth, lastUsed, idleDays, approvedUntil } = app
  const proven = verified === undefined ? undefined : verified ? 'verified' : 'not verified'
  const where = ownerTenant === undefined ? '' : ownerTenant === tenant ? 'in this tenant' : `in tenant ${ownerTenant}`
  const registered = app.registered === undefined ? where : `in this tenant, ${time(app.registered)}`
  const reach = { none: 'no active grant in the records', tenant: 'for the whole tenant', user: 'for single accounts' }[
    breadth
  ]
  return [
    ['other IDs', app.otherIds.join(' · ')],
    ['other names', app.names.slice(1).join(' · ')],
    ['tenant', `${vendorNames[app.vendor]} ${tenantInWords(app)}`],
    ['first-party', app.firstParty ? 'yes: other users need it for their daily work' : ''],
    ['registered', app.status === 'attempted' ? 'no: all recorded attempts failed' : registered],
    ['publisher', [proven === undefined ? publisher : (publisher ?? 'unnamed'), proven].filter(Boolean).join(', ')],
    ['permissions', [app.tier, reach].filter(Boolean).join(', ')],
    ['accounts', `${app.usersApproximate ? 'about ' : ''}${thousands(app.users)}`],
    ['first seen', app.firstSeen === undefined ? '' : time(app.firstSeen)],
    [
      'last used',
      lastUsed === undefined ? 'no recorded use' : `in ${hourOf(lastUsed)}, idle for ${count(idleDays ?? 0, 'day')}`,
    ],
    ['use after the end', usedAfterEnd(app)?.sentence ?? ''],
    ['state', `${stateOf(app)}, accounts that granted access: ${app.granters}`],
    ['credentials', app.credentials?.toString() ?? ''],
    ['keys added', app.credentialIds.join(' · ')],
    ['keys reported', app.reportedIds.join(' · ')],
    ['owners', app.owners.join(', ')],
    ['approval', `${app.approval}${approvedUntil === undefined ? '' : `, until ${approvedUntil}`}`],
    ['reasons for review', reasonsOfReview(app)],
  ]
}
