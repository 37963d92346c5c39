// The Exchange roles and mailbox rights of an application: Entra ID does not list them among its grants.
import type { Transition } from '../../mappings/entities/transitions.ts'
import { isoTime } from '../entity-store/age.ts'
import { everybody } from '../entity-store/entity-ids.ts'
import { type ExchangeRight, parseExchangeRight } from '../entity-store/exchange-rights.ts'
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
    const right = byRight.get(detail) ?? parseExchangeRight(detail)
    if (right === undefined) continue
    const { revoked: _, ...kept }: ReviewedRight = right
    const change =
      value === 'app_role_grant'
        ? { granted: isoTime(at), ...(by !== undefined && { grantedBy: by }) }
        : { revoked: isoTime(at) }
    byRight.set(detail, { ...kept, ...change })
  }
  return [...byRight.values()]
}

export const isRole = ({ noun }: ExchangeRight): boolean =>
  noun === 'RoleGroupMember' || noun === 'ManagementRoleAssignment'

/** The roles that cover the whole tenant. */
export const openRoles = ({ rights }: Pick<ReviewedApp, 'rights'>): ReviewedRight[] =>
  rights.filter((right) => isRole(right) && right.revoked === undefined && right.rights === '')

export const rightInWords = ({ noun, rights, target }: ExchangeRight): string =>
  noun === 'RoleGroupMember'
    ? `Exchange role group ${target}`
    : noun === 'ManagementRoleAssignment'
      ? `Exchange role ${target}`
      : `Exchange right ${[rights || noun, target].join(' to ')}`

/** The rights as grants. A role assignment already has a grant with the permissions of its role. */
export function grantsOfRights(rights: readonly ReviewedRight[]): ReviewedGrant[] {
  return rights
    .filter(({ noun }) => noun !== 'ManagementRoleAssignment')
    .map(({ granted, grantedBy, revoked, ...right }) => ({
      principal: isRole(right) ? everybody : (right.target.split(':')[0] as string),
      kinds: ['application'],
      scopes: [rightInWords(right)],
      ...(granted !== undefined && { granted }),
      ...(grantedBy !== undefined && { grantedBy }),
      ...(revoked !== undefined && { revoked }),
    }))
}

/** The roles of an application, and whether its ID is known to be an application ID. */
export function rightsInWords(app: Pick<ReviewedApp, 'rights' | 'unproven'>): string[] {
  const roles = openRoles(app)
  return [
    ...(roles.length === 0
      ? []
      : [`Holds an Exchange role for the whole tenant: ${roles.map(rightInWords).slice(0, 5).join(', ')}.`]),
    ...(app.unproven === undefined
      ? []
      : [
          app.unproven.account === undefined
            ? 'The records contain only its object ID, which may also belong to a person: look it up in Entra ID.'
            : `The object ID belongs to the account ${app.unproven.account}, not to an application.`,
        ]),
  ]
}
