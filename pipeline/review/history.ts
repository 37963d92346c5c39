// The history of an application, as the entity store knows it.
import type { FieldsOf } from '../../mappings/entities/entity.ts'
import type { Transition } from '../../mappings/entities/transitions.ts'
import type { apps as appType, grants as grantType } from '../../mappings/entities/types.ts'
import { present } from '../../mappings/kernel/present.ts'
import { table } from '../../mappings/kernel/table.ts'
import { isoTime } from '../entity-store/age.ts'
import { everybody } from '../entity-store/entity-ids.ts'
import type { appView } from '../entity-store/identities.ts'
import { isSystem } from '../entity-store/network.ts'
import type { View } from '../entity-store/view.ts'
import { byTime, changesOf } from './grant-changes.ts'
import type { ReviewedApp } from './review.ts'
import { settingInWords } from './settings.ts'

/** An application of a large provider uses hundreds of networks: the newest ones show a theft. */
const mostNetworks = 10

export interface ReviewedAct {
  readonly at: string
  readonly what: string
  readonly by?: string
  readonly detail?: string
}

/** The number of acts that the entity store no longer contains; approximate for many acts. */
export interface Omitted {
  readonly count: number
  readonly approximate: boolean
}

/** The number of acts that lists of an entity omit. */
export function omittedIn<T extends typeof appType | typeof grantType>(
  view: View<T>,
  lists: readonly FieldsOf<T, 'transitions'>[],
  now: number,
): Omitted {
  const field = 'omitted' as FieldsOf<T, 'members'>
  const { count, approximate } = view.count(field, now)
  // Of two records of one act, a list may contain the newer one.
  const listed = new Set(lists.flatMap((list) => view.transitions(list, now)).map((each) => each.bundle ?? each.event))
  return { count: count - view.members(field, now).filter((act) => listed.has(act)).length, approximate }
}

/** Nouns for the acts by which an application appears or receives access, if they fail. */
const failures: Readonly<Record<string, string>> = table({
  app_register: 'failed registration',
  sp_add: 'failed creation of the service principal',
  consent: 'failed consent',
  consent_block: 'failed consent',
  consent_request: 'failed request for admin approval',
  delegated_grant: 'failed grant of delegated permissions',
  app_role_grant: 'failed grant of application permissions',
  delegation_grant: 'failed grant of domain-wide delegation',
  app_install: 'failed installation',
  token_deny: 'failed request for a token',
})

const words = { granted: 'granted', revoked: 'revoked', reduced: 'permissions removed' } as const

/** Two logs can contain one act. Keeps each act once, with its detail if one of the logs has it. */
function distinct(transitions: readonly Transition[]): Transition[] {
  return transitions.filter(
    (act, i) =>
      !transitions.some(
        (other, j) => isSameAct(act, other) && (act.detail === other.detail ? j > i : act.detail === undefined),
      ),
  )
}

const isSameAct = (a: Transition, b: Transition): boolean =>
  a.bundle !== undefined && a.bundle === b.bundle && a.value === b.value && a.by === b.by

export function historyOf(
  view: ReturnType<typeof appView>,
  {
    grants,
    settings,
    unnamedRemovals,
    wordOf,
  }: Pick<ReviewedApp, 'grants' | 'settings' | 'unnamedRemovals'> & {
    readonly wordOf: (status: string) => string
  },
  now: number,
): Pick<ReviewedApp, 'history' | 'historyOmitted' | 'olderNetworks'> {
  const acts: ReviewedAct[] = []
  const firstSeen = view.earliest('first_seen', now)
  const registered = view.earliest('registered', now)
  if (firstSeen !== undefined && firstSeen !== registered)
    acts.push({ at: isoTime(firstSeen), what: 'seen for the first time' })
  if (registered !== undefined) acts.push({ at: isoTime(registered), what: 'registered in this tenant' })
  for (const { at, value, by, detail } of distinct(view.transitions('failed', now)))
    acts.push({ at: isoTime(at), what: failures[value] ?? 'failed change', ...present({ by, detail }) })
  for (const { at, value, by } of distinct(view.transitions('status', now)))
    acts.push({ at: isoTime(at), what: wordOf(value), ...present({ by }) })
  const listed = view.transitions('listed', now)
  for (const [i, { at, value }] of listed.entries())
    if (value !== (listed[i + 1]?.value ?? 'enabled'))
      acts.push({ at: isoTime(at), what: `listed as ${wordOf(value)}` })
  for (const { at, value, detail } of view.transitions('risks', now))
    acts.push({ at: isoTime(at), what: `risk in Entra ID Protection: ${value}`, ...present({ detail }) })
  for (const { at, value, by } of distinct(view.transitions('credential_totals', now)))
    acts.push({ at: isoTime(at), what: `number of credentials changed to ${value}`, ...present({ by }) })
  for (const { at, value, by, detail } of distinct(view.transitions('owners', now)))
    acts.push({ at: isoTime(at), what: `owner ${value}`, ...present({ by, detail }) })
  for (const { at, value, by, detail } of distinct(view.transitions('redirects', now)))
    acts.push({ at: isoTime(at), what: `redirect URIs ${value}`, ...present({ by, detail }) })
  for (const { at, by, operation, ...setting } of settings)
    acts.push({ at, what: `changed a setting with ${operation}`, ...present({ by }), detail: settingInWords(setting) })
  // The system of an address (AS) and its network appear together: the network is enough.
  const networks = view.firstSeenWithin('networks', 0, now).filter(({ value }) => !isSystem(value))
  for (const { value, first } of networks.toSorted((a, b) => b.first - a.first).slice(0, mostNetworks))
    acts.push({ at: isoTime(first), what: `first use from the network ${value}, apart from sign-ins of its users` })
  for (const grant of grants) {
    const whose = grant.principal === everybody ? 'for the whole tenant' : `for ${grant.principal}`
    for (const [i, { at, what, by, scopes, inferred }] of changesOf(grant).entries()) {
      const again = what === 'granted' && (i > 0 || grant.usedSince !== undefined) ? ' again' : ''
      const detail = inferred
        ? 'the record names no account; no other grant with these permissions remains'
        : scopes.join(', ')
      acts.push({ at, what: `${words[what]}${again} ${whose}`, ...present({ by }), detail })
    }
  }
  for (const removal of unnamedRemovals)
    acts.push({ ...removal, what: 'revoked for an account that the record does not name' })
  const omitted = [
    omittedIn(view, ['credential_totals', 'failed', 'owners', 'redirects', 'risks', 'settings', 'status'], now),
    ...grants.flatMap((grant) => grant.omitted ?? []),
  ]
  const count = omitted.reduce((sum, each) => sum + each.count, 0)
  const approximate = omitted.some((each) => each.approximate)
  const olderNetworks = networks.length - mostNetworks
  return {
    history: acts.sort(byTime),
    ...(count > 0 && { historyOmitted: { count, approximate } }),
    ...(olderNetworks > 0 && { olderNetworks }),
  }
}
