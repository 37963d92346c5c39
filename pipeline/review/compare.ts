// The changes since the last review: the reviewer looks only at the applications with changes.
import { type Approval, type Environment, endOfApproval } from '../../mappings/environment/environment.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { present } from '../../mappings/kernel/present.ts'
import { didNotEnd, stillHasAccess, usedAfterEnd } from './ended.ts'
import type { ReviewedApp } from './review.ts'
import { type ReviewState, type SeenApp, standingScopes } from './state.ts'

/** The kinds of changes in the order of the list. `gone`: in the last review, but in no record of this review. */
const changeKinds = ['expired', 'expiring', 'new', 'changed', 'gone'] as const
type ChangeKind = (typeof changeKinds)[number]

export interface ReviewChange {
  readonly kind: ChangeKind
  readonly id: string
  readonly name?: string
  /** Absent for an approval or an earlier review of an application that this review did not see. */
  readonly app?: ReviewedApp
  readonly what: readonly string[]
}

export interface Comparison {
  readonly changes: readonly ReviewChange[]
  readonly unchanged: number
}

/** An approval that ends within this time is worth renewing now. */
const soon = 30 * dayMs
/** Users come and go, so only a growth by at least this many users counts. */
const crowd = 5

/** Compares a review with the saved state of the last review. `now` is epoch milliseconds. */
export function compareReview(
  apps: readonly ReviewedApp[],
  state: ReviewState,
  environment: Environment,
  now: number,
): Comparison {
  const seen = new Map(state.apps.map((each) => [keyOf(each, each.id), each]))
  const found = new Set<SeenApp>()
  const approvals = new Map<Approval, ReviewedApp>()
  const changes: ReviewChange[] = []
  let unchanged = 0
  for (const app of apps) {
    const before = [app.id, ...app.otherIds].map((id) => seen.get(keyOf(app, id))).find((each) => each !== undefined)
    if (before !== undefined) found.add(before)
    const approval = approvalFor(environment, app)
    if (approval !== undefined) approvals.set(approval, app)
    const due = approval === undefined ? undefined : dueApproval(approval, now)
    const what = [
      ...(due?.what ?? []),
      ...(before === undefined ? firstSight(app) : differences(before, app, approval)),
    ]
    const kind = due?.kind ?? (before === undefined ? 'new' : 'changed')
    if (what.length === 0) unchanged++
    else changes.push({ kind, id: app.id, ...present({ name: app.names[0] }), app, what })
  }
  for (const approval of environment.approvedApps) {
    const due = approvals.has(approval) ? undefined : dueApproval(approval, now)
    if (due === undefined) continue
    const { id, name } = approval
    changes.push({ kind: due.kind, id, ...present({ name }), what: [...due.what, 'not in these records'] })
  }
  for (const before of state.apps) {
    if (found.has(before)) continue
    const { id, name } = before
    changes.push({ kind: 'gone', id, ...present({ name }), what: ['no longer in these records'] })
  }
  return { changes: changes.sort((a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind)), unchanged }
}

const keyOf = ({ vendor, tenant }: { vendor: string; tenant: string }, id: string): string =>
  JSON.stringify([vendor, tenant, id.toLowerCase()])

function approvalFor({ approvedApps }: Environment, { id, otherIds }: ReviewedApp): Approval | undefined {
  const ids = [id, ...otherIds].map((each) => each.toLowerCase())
  return approvedApps.find((approval) => ids.includes(approval.id.toLowerCase()))
}

function dueApproval(approval: Approval, now: number): (Pick<ReviewChange, 'what'> & { kind: ChangeKind }) | undefined {
  const left = endOfApproval(approval) - now
  if (left > soon) return undefined
  const [kind, verb] = left < 0 ? (['expired', 'expired on'] as const) : (['expiring', 'ends on'] as const)
  return { kind, what: [`the approval by ${approval.owner} ${verb} ${approval.expires} (${approval.reason})`] }
}

function firstSight(app: ReviewedApp): string[] {
  const { tier, breadth, users, firstSeen, reasons } = app
  const reach =
    breadth === 'tenant'
      ? 'for the whole tenant'
      : breadth === 'user'
        ? `for ${users} ${users === 1 ? 'user' : 'users'}`
        : stillHasAccess(usedAfterEnd(app))
          ? didNotEnd
          : 'no active grant'
  const since = firstSeen === undefined ? [] : [`first seen on ${firstSeen.slice(0, 10)}`]
  return [[tier, reach].filter((each) => each !== undefined).join(', '), ...since, ...reasons]
}

/** Describes the change of a value in a sentence; returns an empty list if the value is unchanged. */
function step(what: string, before: string | number | undefined, after: string | number | undefined): string[] {
  return before === after ? [] : [`${what} ${before ?? 'unknown'} → ${after ?? 'unknown'}`]
}

function listed(what: string, before: readonly string[], after: readonly string[]): string[] {
  const fresh = after.filter((each) => !before.includes(each))
  return fresh.length === 0 ? [] : [`${what}: ${fresh.join(', ')}`]
}

const withoutNumbers = (text: string): string => text.replace(/\d+/g, '')

/** Returns the reasons for a review that are new. A different number of days does not make a reason new. */
function freshReasons(before: SeenApp, after: ReviewedApp): string[] {
  const known = new Set(before.reasons.map(withoutNumbers))
  const said = after.tier === undefined || after.tier === before.tier ? undefined : `${after.tier} permissions`
  return after.reasons.filter((reason) => !known.has(withoutNumbers(reason)) && reason !== said)
}

function differences(before: SeenApp, app: ReviewedApp, approval: Approval | undefined): string[] {
  const scopes = standingScopes(app)
  const grown = app.users - before.users >= Math.max(crowd, before.users / 2)
  const [name] = app.names
  return [
    ...(name === undefined || before.name === undefined ? [] : step('name', before.name, name)),
    ...step('tier', before.tier, app.tier),
    ...step('for', before.breadth, app.breadth),
    ...listed('new permissions', before.scopes, scopes),
    ...listed('removed permissions', scopes, before.scopes),
    ...(grown ? step('users', before.users, app.users) : []),
    ...step('state', before.status, app.status),
    ...step('credentials', before.credentials, app.credentials),
    ...listed('new owners', before.owners, app.owners),
    ...listed('removed owners', app.owners, before.owners),
    ...(before.verified === undefined ? [] : step('publisher verified', String(before.verified), String(app.verified))),
    ...(before.approval === app.approval || app.approval === 'expired' ? [] : approvalChange(app, approval)),
    ...freshReasons(before, app),
  ]
}

function approvalChange({ approval }: ReviewedApp, given: Approval | undefined): string[] {
  if (approval === 'none') return ['approval removed']
  if (given === undefined) return []
  return approval === 'approved'
    ? [`approved by ${given.owner} until ${given.expires}`]
    : [`has more than the ${given.tier} permissions that ${given.owner} approved`]
}

export function countChanges(changes: readonly ReviewChange[]): Record<string, number> {
  return Object.fromEntries(changeKinds.map((kind) => [kind, changes.filter((each) => each.kind === kind).length]))
}
