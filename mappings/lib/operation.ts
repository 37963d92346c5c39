// The possible members of a row in a vendor's table of operations. Everything else that depends on an operation is
// derived from these rows: the acts of a dataset, the updates of the entity store, coverage.
import type { ValueOf } from '../fields/document.ts'
import type { OauthAction } from '../fields/oauth.ts'
import { actStep, type DeriveStep, type Draft } from './step.ts'

export interface EventClassification {
  readonly category?: ValueOf<'event.category'>
  readonly type?: ValueOf<'event.type'>
  readonly kind?: ValueOf<'event.kind'>
}

export const accountStatuses = ['active', 'disabled', 'suspended', 'archived', 'deleted'] as const
export type AccountStatus = (typeof accountStatuses)[number]

export function isAccountStatus(value: string): value is AccountStatus {
  return (accountStatuses as readonly string[]).includes(value)
}

export interface AccountEffect {
  readonly status?: AccountStatus
  /** A person who had this address before is another person. */
  readonly created?: true
  /** A new password. */
  readonly reset?: true
  readonly sessionsRevoked?: true
  /** A credential other than a password that somebody else made for the account, or a second step that they took off. */
  readonly credentialMade?: true
  /** A second factor, or an address or phone for recovery, that the owner added, removed or changed. */
  readonly factorChanged?: true
  /** The role is in `oauth.role`. */
  readonly role?: 'granted' | 'revoked'
  /** The account became a member of a group. */
  readonly joined?: true
  /** The account or application became a member or owner of a group, or ceased to be one. */
  readonly member?: 'added' | 'removed'
  /** The account has the address in `user.changes.email` from now on. The next account can get the earlier one. */
  readonly renamed?: true
  /** The owner of the account proved their identity; the account is the actor. */
  readonly signedIn?: true
}

/** Whether somebody can enter the account with what an act of another made. */
export const makesCredential = (effect: AccountEffect | undefined): boolean =>
  effect?.reset === true || effect?.credentialMade === true

export interface SettingChange {
  readonly name: string
  /** Present if the operation determines the direction. Otherwise the values determine it. */
  readonly direction?: ValueOf<'oauth.policy.direction'>
}

export interface Operation {
  readonly class?: EventClassification
  /** event.action, where Elastic's integration renames the operation. */
  readonly action?: string
  /** Reads the act on an application or grant. */
  readonly read?: { readonly acts?: readonly OauthAction[]; readonly changes?: SettingChange }
  readonly account?: AccountEffect
  readonly access?: ValueOf<'oauth.activity.access'>
  /** The page that documents the operation, where it is not the table's. */
  readonly source?: string
}

/** Operations under the vendor's own spelling. */
export type OperationRows = Readonly<
  Record<string, Operation & { readonly formerly?: Readonly<Record<string, Operation>> }>
>

export function withFormerNames<T extends Operation>(
  rows: Readonly<Record<string, T & { readonly formerly?: Readonly<Record<string, T>> }>>,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(rows).flatMap(([name, row]): [string, T][] => [[name, row], ...Object.entries(row.formerly ?? {})]),
  )
}

/** Operations that one page documents. */
export interface OperationTable {
  readonly title: string
  readonly source: string
  readonly rows: OperationRows
}

export function actsIn(rows: OperationRows): OauthAction[] {
  return [...new Set(Object.values(rows).flatMap(({ read }) => read?.acts ?? []))].sort()
}

/** The step that reads the act of an operation by its row; `otherwise` reads operations without a row. */
export function operationStep(
  rows: Readonly<Record<string, Operation & { readonly read?: DeriveStep }>>,
  nameOf: (draft: Draft) => string | undefined,
  otherwise?: DeriveStep,
): DeriveStep {
  const byName = new Map(Object.entries(rows))
  return actStep(actsIn(rows), (draft) => {
    const row = byName.get(nameOf(draft) ?? '')
    if (row === undefined) otherwise?.(draft)
    else row.read?.(draft)
  })
}
