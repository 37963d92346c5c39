// The history of an application, as the entity store knows it.
import { isoTime } from '../entity-store/age.ts'
import { everybody } from '../entity-store/entity-ids.ts'
import type { appView } from '../entity-store/identities.ts'
import type { ReviewedApp } from './review.ts'

export interface ReviewedAct {
  readonly at: string
  readonly what: string
  readonly by?: string
  readonly detail?: string
}

export function historyOf(
  view: ReturnType<typeof appView>,
  {
    grants,
    unnamedRemovals,
    deleted,
    wordOf,
  }: Pick<ReviewedApp, 'grants' | 'unnamedRemovals'> & {
    readonly deleted: number
    readonly wordOf: (status: string) => string
  },
  now: number,
): ReviewedAct[] {
  const acts: ReviewedAct[] = []
  const firstSeen = view.earliest('first_seen', now)
  if (firstSeen !== undefined) acts.push({ at: isoTime(firstSeen), what: 'seen for the first time' })
  for (const { at, value, by } of view.transitions('status', now))
    acts.push({ at: isoTime(at), what: wordOf(value), ...(by !== undefined && { by }) })
  for (const [i, { at, value }] of view.transitions('listed', now).entries())
    if (value !== (view.transitions('listed', now)[i + 1]?.value ?? 'enabled'))
      acts.push({ at: isoTime(at), what: `listed as ${wordOf(value)}` })
  for (const { at, value, detail } of view.transitions('risks', now))
    acts.push({
      at: isoTime(at),
      what: `risk in Entra ID Protection: ${value}`,
      ...(detail !== undefined && { detail }),
    })
  for (const { at, value } of view.transitions('credential_totals', now))
    acts.push({ at: isoTime(at), what: `number of credentials: ${value}` })
  for (const { at, value, detail } of view.transitions('owners', now))
    acts.push({ at: isoTime(at), what: `owner ${value}`, ...(detail !== undefined && { detail }) })
  for (const { principal, granted, grantedBy, usedSince, revoked, revokedBefore, inferred, scopes } of grants) {
    const whose = principal === everybody ? 'for the whole tenant' : `for ${principal}`
    if (revokedBefore !== undefined) acts.push({ ...revokedBefore, what: `revoked ${whose}` })
    if (granted !== undefined)
      acts.push({
        at: granted,
        what: `${usedSince === undefined && revokedBefore === undefined ? 'granted' : 'granted again'} ${whose}`,
        ...(grantedBy !== undefined && { by: grantedBy }),
        detail: scopes.join(', '),
      })
    if (revoked !== undefined && Date.parse(revoked) !== deleted)
      acts.push({
        at: revoked,
        what: `revoked ${whose}`,
        ...(inferred && { detail: 'the record names no account; no other grant with these permissions remains' }),
      })
  }
  for (const removal of unnamedRemovals)
    acts.push({ ...removal, what: 'revoked for an account that the record does not name' })
  return acts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
