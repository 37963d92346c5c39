// The history of an application: acts in the log, facts of the entity store, and the status of its accounts.
import { dayMs } from '../../../mappings/kernel/durations.ts'
import { present } from '../../../mappings/kernel/present.ts'
import { table } from '../../../mappings/kernel/table.ts'
import type { Severity } from '../../../rules/lib/rule.ts'
import { daysBetween, hourOf, time } from '../../entity-store/age.ts'
import { everybody } from '../../entity-store/entity-ids.ts'
import { isEnded, stateOf } from '../../review/ended.ts'
import { isStanding, type ReviewedGrant, usedWithoutUser } from '../../review/grants.ts'
import type { ReviewedApp } from '../../review/review.ts'
import { countsInWords, type DataTaken } from '../evidence/data-taken.ts'
import type { Collector } from './collect.ts'
import { cut } from './kept.ts'
import { limits } from './limits.ts'
import type { AlertRow, HistoryLine } from './model.ts'
import type { Times } from './times.ts'
import type { RecordedAct, Trail } from './trail.ts'
import { count } from './words.ts'

/** Records of one click are at most this far apart: the time in the entity store may be slightly earlier or later. */
const clickMs = 10_000

/**
 * The history in order of time. `ended` lists the ended accounts that hold its grants, with the time of their end; `alerted`
 * the events (`event.id`) of alerts.
 */
export function makeHistory(
  app: ReviewedApp | undefined,
  trail: Trail | undefined,
  ended: readonly { readonly name: string; readonly status: string; readonly since: string }[],
  alerted: ReadonlyMap<string, Severity>,
): HistoryLine[] {
  const { first = [], last = [], between = 0 } = trail?.acts ?? {}
  const recorded = [...first, ...last]
  const gap: TimedLine[] = between === 0 ? [] : [gapLine(first, between)]
  const lines: TimedLine[] = [
    ...recorded.map((act) => toLine(act, alerted)),
    ...gap,
    ...updated(app, recorded).slice(0, limits.grants),
    ...ended.map(({ name, status, since }) => ({ at: since, what: `the account ${name} is ${status} from this time` })),
    ...useLines(trail),
  ]
  // Acts of the same time keep the order of the log.
  return lines
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ isGap, at, ...line }) => (isGap ? line : { at, ...line }))
}

/** Makes a line of the history. A failed attempt is not a step of an attack, even if a severe alert counts it. */
function toLine({ at, what, event, failed }: RecordedAct, alerted: ReadonlyMap<string, Severity>): TimedLine {
  const severity = event === undefined || failed === true ? undefined : alerted.get(event)
  return {
    at,
    what,
    ...present({ event, severity }),
    ...(failed === true && { failed }),
  }
}

type TimedLine = HistoryLine & { readonly at: string; readonly isGap?: true }

function gapLine(first: readonly RecordedAct[], between: number): TimedLine {
  const at = first.at(-1)?.at ?? ''
  return { at, isGap: true, what: `${count(between, 'act')} in between: see documents.ndjson` }
}

/** Facts of the entity store without an act in the log: from inventories, or older than the log. */
function updated(app: ReviewedApp | undefined, recorded: readonly RecordedAct[]): TimedLine[] {
  const times = recorded.map(({ at }) => Date.parse(at))
  const isRecorded = (at: string) => times.some((each) => Math.abs(each - Date.parse(at)) <= clickMs)
  return (app?.history ?? [])
    .filter(({ at }) => !isRecorded(at))
    .map(({ at, what, by, detail }) => {
      const who = by === undefined ? '' : ` by ${by}`
      return { at, what: `${what}${who}${detail === undefined || detail === '' ? '' : `: ${detail}`}` }
    })
}

function useLines(trail: Trail | undefined): TimedLine[] {
  const { uses, failures } = trail ?? {}
  const { count: times = 0, first = '', last = '' } = uses ?? {}
  return [
    ...(failures === undefined || failures.count === 0
      ? []
      : [{ at: failures.first, what: attempts(failures), failed: true as const }]),
    ...(times === 1 ? [{ at: first, what: 'used once' }] : []),
    ...(times > 1
      ? [
          { at: first, what: 'used for the first time in these records' },
          {
            at: last,
            what: `used for the last time in these records; ${count(times, 'use')} in total`,
          },
        ]
      : []),
  ]
}

/** Describes refused tokens and failed calls: many attacks begin with them. */
export function attempts({ count: times, first, last }: Times): string {
  const when = first === last ? `, ${time(first)}` : `, ${time(first)} to ${time(last)}`
  return `${count(times, 'failed attempt')} to obtain a token or to use data${when}`
}

/** The words for acts that change an application or its permissions. */
const changes: Readonly<Record<string, string>> = table({
  credential_add: 'credentials added',
  credential_remove: 'credentials removed',
  owner_add: 'owners added',
  owner_remove: 'owners removed',
  redirect_change: 'redirect URIs changed',
  audience_change: 'audience changed',
  lock_change: 'property lock changed',
  trust_change: 'trust changed',
  app_role_grant: 'application permissions granted',
  delegation_grant: 'domain-wide delegation granted',
  sp_disable: 'disabled',
  sp_enable: 'enabled',
  app_restore: 'restored',
  delegated_revoke: 'access revoked',
  delegation_revoke: 'access revoked',
  token_revoke: 'access revoked',
  app_uninstall: 'access revoked',
  app_delete: 'deleted',
  sp_delete: 'deleted',
})

/** Every application requests these scopes. */
const plainScopes: ReadonlySet<string> = new Set([
  ...['openid', 'profile', 'email', 'offline_access', 'User.Read'],
  ...['https://www.googleapis.com/auth/userinfo.email', 'https://www.googleapis.com/auth/userinfo.profile'],
])

const shownScopes = 4

/** A summary of the history in a few sentences. */
export function makeLead(
  app: ReviewedApp | undefined,
  trail: Trail | undefined,
  ended: readonly string[],
  alerts: readonly AlertRow[],
): string[] {
  return [...entry(app, trail, alerts), ...changed(trail), ...used(app, trail), ...decided(app), ...today(app, ended)]
}

/** A known application that is active in new networks long after access was granted: an attacker may have stolen its tokens from the vendor. */
export function theftOf(
  app: ReviewedApp | undefined,
  taken: DataTaken | undefined,
  alerts: readonly Pick<AlertRow, 'at'>[],
): string | undefined {
  const { networks, fromNew, firstUse } = taken ?? {}
  const isNew = networks?.shown.filter((network) => network.isNew === true) ?? []
  const since = isNew.map(({ first }) => first).sort()[0]
  const granted = app?.grants.flatMap((grant) => grant.granted ?? []).sort()[0]
  if (since === undefined || granted === undefined || fromNew === undefined) return undefined
  const days = daysBetween(Date.parse(granted.slice(0, 10)), Date.parse(since.slice(0, 10)))
  const used = [...(firstUse === undefined ? [] : [firstUse]), ...(networks?.shown ?? [])]
  const isKnown = used.some(({ network, first }) => first < since && isNew.every((each) => each.network !== network))
  if (Date.parse(since) - Date.parse(granted) < dayMs || !isKnown || !alerts.some(({ at }) => at >= since))
    return undefined
  return `An attacker may have stolen the tokens without the password and without any action by the account: ${countsInWords(fromNew)} from ${count(isNew.length, 'new network')} since ${time(since)}, ${count(days, 'day')} after access was granted.`
}

/** Returns the time of the last alert of an application that the filters exclude. */
export function lastHidden({ hidden }: Collector, key: string): { readonly at: string }[] {
  const last = hidden.get(key)?.last
  return last === undefined ? [] : [{ at: last }]
}

function entry(app: ReviewedApp | undefined, trail: Trail | undefined, alerts: readonly AlertRow[]): string[] {
  const [earliest] = trail?.acts.first ?? []
  const alerted = alerts.map(({ at, reason }) => ({ at, what: cut(reason, limits.sentence) }))
  const [alert] = alerted.sort((a, b) => (a.at < b.at ? -1 : 1))
  // A detection by the vendor is an alert, but not an act.
  const isAct = earliest !== undefined && (alert === undefined || earliest.at <= alert.at)
  const first = isAct ? earliest : alert
  const begin = first === undefined ? [] : [`First ${isAct ? 'record' : 'alert'} ${time(first.at)}: ${first.what}.`]
  if (app === undefined) return begin.length > 0 ? begin : ['The records show no grant.']
  const given = app.grants.filter(({ granted }) => granted !== undefined)
  const [grant] = [...given].sort((a, b) => ((a.granted as string) < (b.granted as string) ? -1 : 1))
  const scopes = [...new Set(app.grants.flatMap((grant) => grant.scopes))].filter((scope) => !plainScopes.has(scope))
  const more = scopes.length > shownScopes ? ` and ${scopes.length - shownScopes} more` : ''
  const which = scopes.length === 0 ? '' : ` (${scopes.slice(0, shownScopes).join(', ')}${more})`
  const permissions = app.tier === undefined ? '' : `${app.tier} permissions${which}`
  const may = permissions === '' ? '' : ` with ${permissions}`
  if (grant === undefined)
    return [
      app.usedDelegation === true
        ? `The records contain no grant of this application${may}, but it acted for accounts: it has a domain-wide delegation.${begin.map((text) => ` ${text}`).join('')}`
        : earliest === undefined
          ? `The records contain no grant of this application${may}: the grant is older than the first record, or the application has application permissions.`
          : `The records contain no grant of this application. ${begin[0]}`,
    ]
  const whole = given.find(({ principal }) => principal === everybody)
  const others = given.length - 1
  const older = given.filter(({ usedSince }) => usedSince !== undefined).length
  const renewed =
    older === 0
      ? ''
      : ` The application used ${count(older, 'grant')} before the recorded time of consent: the ${older === 1 ? 'account' : 'accounts'} consented again, or first consented before the first record.`
  const alone = usedWithoutUser(app)
    ? ' It also acted without a user, but the records contain no grant of application permissions.'
    : ''
  if (others === 0) return [`Access granted ${sayGrant(grant, trail)}${may}.${renewed}${alone}`]
  const grown = whole === undefined || whole === grant ? '' : `, including one on ${sayGrant(whole, trail)}`
  const together = permissions === '' ? '' : ` All grants together: ${permissions}.`
  return [
    `Access granted ${sayGrant(grant, trail)}; ${count(others, 'further grant')}${grown}.${together}${renewed}${alone}`,
  ]
}

const grantActs: ReadonlySet<string> = new Set(['consent', 'delegated_grant', 'app_role_grant', 'delegation_grant'])

/** The time, the granting account, its address, and the account that the grant covers. */
function sayGrant({ granted = '', grantedBy, principal }: ReviewedGrant, trail: Trail | undefined): string {
  const { first = [], last = [] } = trail?.acts ?? {}
  const act = [...first, ...last].find(
    ({ action, at, address, failed }) =>
      grantActs.has(action) &&
      address !== undefined &&
      failed === undefined &&
      Math.abs(Date.parse(at) - Date.parse(granted)) <= clickMs,
  )
  const from = act === undefined ? '' : ` from ${act.address}`
  const by = grantedBy === undefined ? '' : ` by ${grantedBy}`
  const whom =
    principal === everybody
      ? ' for the whole tenant'
      : principal === grantedBy
        ? ' for their own account'
        : ` for ${principal}`
  return `${time(granted)}${by}${from}${whom}`
}

function changed(trail: Trail | undefined): string[] {
  const said = Object.entries(changes).flatMap(([action, words]) => {
    const times = trail?.byAction.of(action) ?? 0
    return times === 0 ? [] : [times === 1 ? words : `${words} (${times} times)`]
  })
  return said.length === 0 ? [] : [`Changed: ${[...new Set(said)].join(', ')}.`]
}

function used(app: ReviewedApp | undefined, trail: Trail | undefined): string[] {
  const { count: times = 0, last = '' } = trail?.uses ?? {}
  const failures = trail === undefined || trail.failures.count === 0 ? [] : [`${attempts(trail.failures)}.`]
  if (times > 0) return [`Used ${times === 1 ? 'once' : `${times} times`}, last use ${time(last)}.`, ...failures]
  return [app?.lastUsed === undefined ? 'No recorded use.' : `Last use in ${hourOf(app.lastUsed)}.`, ...failures]
}

/** Describes the decision of an administrator on the risk that Microsoft reported. */
function decided(app: ReviewedApp | undefined): string[] {
  const { state = '', at = '' } = app?.risk ?? {}
  const words = {
    dismissed: 'dismissed',
    remediated: 'closed as remediated',
    confirmedCompromised: 'confirmed as a compromise',
  }
  return Object.hasOwn(words, state)
    ? [`The risk was ${words[state as keyof typeof words]} in Entra ID Protection (${time(at)}).`]
    : []
}

function today(app: ReviewedApp | undefined, ended: readonly string[]): string[] {
  if (app === undefined) return []
  const standing = app.grants.filter(isStanding)
  const state = app.status === 'enabled' ? '' : ` The application itself is ${stateOf(app)}.`
  const active = isEnded(app) ? 'without effect' : 'still active'
  const delegation =
    app.usedDelegation === true
      ? [`A domain-wide delegation is ${active}: no record shows that somebody deleted it.`]
      : []
  if (standing.length === 0 && delegation.length > 0) return delegation.map((text) => `${text}${state}`)
  if (app.grants.length === 0)
    return [
      app.registered === undefined
        ? `The records show no grant to it: an inventory lists grants from before the first record.${state}`
        : `The records show its registration, but no successful grant to it.${state}`,
    ]
  if (standing.length === 0) return [`No active grant at the end of the records.${state}`]
  const [only] = standing
  const whole = standing.some(({ principal }) => principal === everybody)
  if (standing.length === 1) {
    const whose = whole
      ? 'for the whole tenant'
      : `for ${only?.principal}${ended.length > 0 ? ', although this account is disabled or deleted' : ''}`
    return [...delegation, `One grant is ${active}, ${whose}.${state}`]
  }
  const gone = ended.length === 0 ? '' : `, ${ended.length} for accounts that are disabled or deleted`
  return [
    ...delegation,
    `${standing.length} grants are ${active}${whole ? ', one of them for the whole tenant' : ''}${gone}.${state}`,
  ]
}
