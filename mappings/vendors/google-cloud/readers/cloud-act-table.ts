// Which methods of Google Cloud are acts on applications, and what kind of act each is. Service accounts are the
// applications that domain-wide delegation is given to; whoever holds a key of one, or may make tokens of it, is it.
import type { OauthGroup } from '../../../fields/document.ts'

type Action = NonNullable<OauthGroup['action']>

/** What a method does to applications. */
export type CloudAct =
  /** A service account comes, goes or changes. */
  | { readonly family: 'account'; readonly action: Action }
  /** A key of a service account. */
  | { readonly family: 'key'; readonly action: Action }
  /** Somebody makes a token, or signs, as a service account. */
  | { readonly family: 'token' }
  /** Who may use or manage one service account. */
  | { readonly family: 'account_policy' }
  /** Roles in a project, a folder or the organisation. */
  | { readonly family: 'resource_policy' }
  /** An OAuth client of workforce identity federation. */
  | { readonly family: 'client'; readonly action: Action }
  /** A secret of one. */
  | { readonly family: 'client_secret'; readonly action: Action }

/** By service and the last part of the method name, which services write with and without their version. */
export const cloudActs = {
  'iam.googleapis.com CreateServiceAccount': { family: 'account', action: 'sp_add' },
  'iam.googleapis.com DeleteServiceAccount': { family: 'account', action: 'sp_delete' },
  'iam.googleapis.com DisableServiceAccount': { family: 'account', action: 'sp_disable' },
  'iam.googleapis.com EnableServiceAccount': { family: 'account', action: 'sp_enable' },
  'iam.googleapis.com PatchServiceAccount': { family: 'account', action: 'sp_update' },
  'iam.googleapis.com UndeleteServiceAccount': { family: 'account', action: 'app_restore' },
  'iam.googleapis.com UpdateServiceAccount': { family: 'account', action: 'sp_update' },

  'iam.googleapis.com CreateServiceAccountKey': { family: 'key', action: 'credential_add' },
  'iam.googleapis.com DeleteServiceAccountKey': { family: 'key', action: 'credential_remove' },
  'iam.googleapis.com UploadServiceAccountKey': { family: 'key', action: 'credential_add' },

  'iam.googleapis.com SetIAMPolicy': { family: 'account_policy' },
  'cloudresourcemanager.googleapis.com SetIamPolicy': { family: 'resource_policy' },

  'iam.googleapis.com CreateOauthClient': { family: 'client', action: 'app_register' },
  'iam.googleapis.com DeleteOauthClient': { family: 'client', action: 'app_delete' },
  'iam.googleapis.com UpdateOauthClient': { family: 'client', action: 'app_update' },
  'iam.googleapis.com CreateOauthClientCredential': { family: 'client_secret', action: 'credential_add' },
  'iam.googleapis.com DeleteOauthClientCredential': { family: 'client_secret', action: 'credential_remove' },

  'iamcredentials.googleapis.com GenerateAccessToken': { family: 'token' },
  'iamcredentials.googleapis.com GenerateIdToken': { family: 'token' },
  'iamcredentials.googleapis.com SignBlob': { family: 'token' },
  'iamcredentials.googleapis.com SignJwt': { family: 'token' },
} as const satisfies Readonly<Record<string, CloudAct>>

/** Roles on a service account with which one acts as it or gives itself the means to. */
export const ownerRoles: ReadonlySet<string> = new Set([
  'roles/editor',
  'roles/iam.serviceAccountAdmin',
  'roles/iam.serviceAccountKeyAdmin',
  'roles/iam.serviceAccountOpenIdTokenCreator',
  'roles/iam.serviceAccountTokenCreator',
  'roles/iam.serviceAccountUser',
  'roles/iam.workloadIdentityUser',
  'roles/owner',
])
