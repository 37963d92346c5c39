// T1671 (Cloud Application Integration) taken apart: what the technique says an adversary does, in our words, and the acts
// that show it. Which rule covers what follows from the acts that the rule asks for.
import type { oauthActions, oauthFields } from '../../../mappings/fields/oauth.ts'

export const elements = {
  created: 'an application of their own is registered',
  added: 'a ready-made application is let in',
  credential: 'an existing application is given another key',
  owner: 'an existing application is given another owner',
  redirect: 'sign-ins to an application are led elsewhere, or its sign-in made weaker',
  permission: 'an application is given rights of its own',
  consent: 'somebody consents, for himself or for everybody',
  delegation: 'an application may act for everybody in a domain',
  outlives: 'the access goes on after the account has ended',
  tokens: 'the application signs in, past the second factor',
  data: 'the application takes data, over time',
  controls: 'what would have stopped it is loosened',
  chain: 'several of these on one application',
} as const

export type Element = keyof typeof elements

/** What an act is a sign of. The compiler asks for every act. */
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

/** What a finding is a sign of. */
export const elementOfFinding: Readonly<Record<FindingKind, Element>> = {
  use_after_end: 'outlives',
  containment_gap: 'outlives',
  bundle_incomplete: 'consent',
  log_source_silent: 'controls',
  field_absent: 'controls',
  volume: 'data',
  credential_overlap: 'credential',
}

/** The same of events that are no act on an application by themselves. */
export const elementOfEvent: Readonly<Record<string, Element>> = {
  AppPublishedToCatalog: 'added',
  AppUpdatedInCatalog: 'added',
  'Remove-ApplicationAccessPolicy': 'controls',
}
