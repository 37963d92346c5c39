// Which acts a step may write, and so which acts the documents of a data set carry: a rule on an act has to read all of them.
import type { oauthActions } from '../fields/oauth.ts'
import type { StepName } from './steps.ts'

export type OauthAction = (typeof oauthActions)[number]

/** The directory tells the same acts in the unified audit log and in Entra's own. */
const directoryActs = [
  'app_delete',
  'app_register',
  'app_restore',
  'app_role_grant',
  'app_role_revoke',
  'app_update',
  'audience_change',
  'consent',
  'consent_block',
  'credential_add',
  'credential_remove',
  'delegated_grant',
  'delegated_revoke',
  'lock_change',
  'owner_add',
  'owner_remove',
  'permission_request',
  'policy_change',
  'redirect_change',
  'role_grant',
  'role_revoke',
  'sp_add',
  'sp_delete',
  'sp_disable',
  'sp_enable',
  'sp_update',
  'user_assign',
  'user_unassign',
] as const satisfies readonly OauthAction[]

/** Steps that write acts; the goldens of a data set hold no act that its steps do not have here. */
const actsOfSteps: Readonly<Partial<Record<StepName, readonly OauthAction[]>>> = {
  m365DirectoryOauth: directoryActs,
  m365SignIn: ['app_sign_in'],
  m365Use: ['app_use'],
  m365AppInstall: ['app_install', 'app_role_grant', 'app_uninstall'],
  entraAuditOauth: directoryActs,
  entraSignInOauth: ['app_sign_in'],
  entraGraphOauth: ['app_use'],
  googleAccessEvaluationActs: ['app_sign_in', 'token_deny'],
  googleAdminActs: [
    'app_install',
    'app_uninstall',
    'credential_add',
    'delegation_grant',
    'delegation_revoke',
    'policy_change',
    'role_grant',
    'role_revoke',
    'token_revoke',
    'trust_change',
  ],
  googleAppUse: ['app_use'],
  googleChromeActs: ['app_install', 'app_uninstall', 'consent_request'],
  googleCloudActs: [
    'app_delete',
    'app_register',
    'app_restore',
    'app_sign_in',
    'app_update',
    'credential_add',
    'credential_remove',
    'owner_add',
    'owner_remove',
    'role_grant',
    'role_revoke',
    'sp_add',
    'sp_delete',
    'sp_disable',
    'sp_enable',
    'sp_update',
  ],
  googleTokenActs: ['app_use', 'consent', 'consent_request', 'token_deny', 'token_revoke'],
}

/** The acts that documents of a mapping may carry, sorted. */
export function actsOf({ derive }: { readonly derive: readonly StepName[] }): OauthAction[] {
  return [...new Set(derive.flatMap((step) => actsOfSteps[step] ?? []))].sort()
}
