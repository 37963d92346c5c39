// The Exchange roles and mailbox rights of an application: Entra ID does not list them among its grants.
import type { Transition } from '../../mappings/entities/transitions.ts'
import { present } from '../../mappings/kernel/present.ts'
import { isoTime } from '../entity-store/age.ts'
import { everybody } from '../entity-store/entity-ids.ts'
import { type ExchangeRight, parseExchangeRight, roleAlias } from '../entity-store/exchange-rights.ts'
import type { Reader } from '../entity-store/store.ts'
import type { Subject } from '../entity-store/subject.ts'
import type { ReviewedGrant } from './grants.ts'
import type { ReviewedApp } from './review.ts'

export interface ReviewedRight extends ExchangeRight {
  readonly granted?: string
  readonly grantedBy?: string
  readonly revoked?: string
}

/** The last state of each right. `transitions` are newest first. */
export function reviewRights(transitions: readonly Transition[]): ReviewedRight[] {
  const byRight = new Map<string, ReviewedRight>()
  for (const { at, value, by, detail = '' } of transitions.toReversed()) {
    const right = parseExchangeRight(detail)
    if (right === undefined) continue
    // Exchange ignores case. Only the creation of a role group contains its scope.
    const { noun, rights, holder, target, assignment } = right
    const key = [noun, noun === 'RoleGroupMember' ? '' : rights, holder, target, assignment].join('|').toLowerCase()
    byRight.set(
      key,
      value === 'app_role_grant'
        ? { ...right, granted: isoTime(at), ...(by !== undefined && { grantedBy: by }) }
        : { ...right, ...byRight.get(key), revoked: isoTime(at) },
    )
  }
  return [...byRight.values()]
}

/** Ends roles by commands that contain no holder: each link of a role is a time and the remaining members. */
export function withEnds(
  rights: readonly ReviewedRight[],
  reader: Reader,
  subject: Subject,
  ids: readonly string[],
): ReviewedRight[] {
  return rights.map((right) => {
    if (!isRole(right) || right.revoked !== undefined || right.granted === undefined) return right
    const ends = reader.get('aliases', roleAlias(subject, right).key)?.links?.ordered() ?? []
    const end = ends
      .map(({ value }) => value.split(' '))
      .find(([at = '', ...kept]) => at > (right.granted ?? '') && !ids.some((id) => kept.includes(id)))
    return end === undefined ? right : { ...right, revoked: end[0] as string }
  })
}

export const isRole = ({ noun }: ExchangeRight): boolean =>
  noun === 'RoleGroupMember' || noun === 'ManagementRoleAssignment'

/** Role groups of Exchange Online that cannot change anything. */
const readers: ReadonlySet<string> = new Set(['view-only organization management', 'security reader'])

/** The roles that change or open the whole tenant. */
export const openRoles = ({ rights }: Pick<ReviewedApp, 'rights'>): ReviewedRight[] =>
  rights.filter(
    (right) =>
      isRole(right) &&
      right.revoked === undefined &&
      right.rights === '' &&
      !(right.noun === 'RoleGroupMember' && readers.has(right.target.toLowerCase())),
  )

export function openRolesInWords(app: Pick<ReviewedApp, 'rights'>): string {
  const roles = openRoles(app).map(rightInWords)
  return `${roles.slice(0, 5).join(', ')}${roles.length > 5 ? ` and ${roles.length - 5} more` : ''}`
}

export const rightInWords = ({ noun, rights, target }: ExchangeRight): string =>
  noun === 'RoleGroupMember'
    ? `member of the Exchange role group ${target}`
    : noun === 'ManagementRoleAssignment'
      ? `holder of the Exchange role ${target}`
      : `Exchange right ${[rights || noun, target].join(' to ')}`

/** The rights as grants. A role assignment already has a grant with the permissions of its role. */
export function grantsOfRights(rights: readonly ReviewedRight[]): ReviewedGrant[] {
  return rights
    .filter(({ noun }) => noun !== 'ManagementRoleAssignment')
    .map(({ granted, grantedBy, revoked, ...right }) => ({
      principal: isRole(right) ? everybody : (right.target.split(':')[0] as string),
      kinds: ['application'],
      scopes: [rightInWords(right)],
      ...present({ granted, grantedBy, revoked }),
    }))
}

/** The roles of an application, and whether its ID is known to be an application ID. */
export function rightsInWords(app: Pick<ReviewedApp, 'rights' | 'unproven'>): string[] {
  const roles = openRolesInWords(app)
  return [
    ...(roles === '' ? [] : [`Access to the whole tenant: ${roles}.`]),
    ...(app.unproven === undefined
      ? []
      : [
          app.unproven.account === undefined
            ? 'The records contain only its object ID, which may also belong to a person: look it up in Entra ID.'
            : `The object ID belongs to the account ${app.unproven.account}, not to an application.`,
        ]),
  ]
}
