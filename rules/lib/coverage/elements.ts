// The parts of T1671 (Cloud Application Integration): the behavior of an adversary in our words, and the acts that show
// it. The acts in the query of a rule determine the parts that the rule covers.
import type { oauthActions, oauthFields } from '../../../mappings/fields/oauth.ts'

export const elements = {
  created: 'the adversary registers an application',
  added: 'the adversary obtains consent for a ready-made application',
  credential: 'an existing application receives another key',
  owner: 'an existing application receives another owner',
  redirect: 'redirect URIs of an application are changed, or its sign-in is weakened',
  permission: 'an application receives its own permissions',
  consent: 'a user consents for themselves, or an administrator for all users',
  delegation: 'an application may act for all users of a domain',
  outlives: 'the access outlives the account',
  tokens: 'the application signs in without a second factor',
  data: 'the application reads data over time',
  controls: 'a preventive control is weakened',
  chain: 'several of these on one application',
} as const

export type Element = keyof typeof elements

/** The element that each act indicates. The compiler requires an entry for every act. */
export const elementOfAction: Readonly<Record<(typeof oauthActions)[number], Element>> = {
  app_register: 'created',
  app_update: 'created',
  app_delete: 'created',
  app_restore: 'added',
  sp_add: 'added',
  sp_update: 'added',
  sp_disable: 'controls',
  sp_enable: 'added',
  sp_delete: 'added',
  consent: 'consent',
  consent_block: 'consent',
  consent_request: 'consent',
  delegated_grant: 'consent',
  delegated_revoke: 'consent',
  app_role_grant: 'permission',
  app_role_revoke: 'permission',
  user_assign: 'consent',
  user_unassign: 'consent',
  credential_add: 'credential',
  credential_remove: 'credential',
  owner_add: 'owner',
  owner_remove: 'owner',
  redirect_change: 'redirect',
  permission_request: 'permission',
  audience_change: 'redirect',
  lock_change: 'controls',
  policy_change: 'controls',
  trust_change: 'controls',
  delegation_grant: 'delegation',
  delegation_revoke: 'delegation',
  app_install: 'added',
  app_uninstall: 'added',
  token_revoke: 'tokens',
  token_deny: 'consent',
  role_grant: 'permission',
  role_revoke: 'permission',
  app_use: 'data',
  app_sign_in: 'tokens',
}

type FindingKind = (typeof oauthFields)['oauth.finding.kind']['values'][number]

export const elementOfFinding: Readonly<Record<FindingKind, Element>> = {
  use_after_end: 'outlives',
  containment_gap: 'outlives',
  bundle_incomplete: 'consent',
  log_source_silent: 'controls',
  field_absent: 'controls',
  volume: 'data',
  credential_overlap: 'credential',
}

/** The element that each event indicates that is not an act on an application. */
export const elementOfEvent: Readonly<Record<string, Element>> = {
  AppPublishedToCatalog: 'added',
  AppUpdatedInCatalog: 'added',
  'Remove-ApplicationAccessPolicy': 'controls',
}
