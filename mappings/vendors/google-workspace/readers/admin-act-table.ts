// Which admin events are acts on applications, and what kind of act each is.
import type { Direction } from './openness.ts'

/** What an admin event does to applications. */
export type AdminAct =
  /** Domain-wide delegation: the client may act as any user. */
  | { readonly family: 'delegation'; readonly granted: boolean }
  /** The level of trust of one app; `level` where the event itself names it. */
  | {
      readonly family: 'trust'
      readonly name?: string
      readonly level?: string
      readonly added?: boolean
      readonly direction?: Direction
    }
  /** A setting that holds for many apps; `setting` and `becomes` where the event itself says them. */
  | {
      readonly family: 'policy'
      readonly name: string
      readonly setting?: string
      readonly becomes?: string
      readonly direction?: Direction
    }
  /** A Marketplace app for the whole domain. */
  | { readonly family: 'install'; readonly installed: boolean }
  /** An administrator role, of a person or a service account. */
  | { readonly family: 'role'; readonly granted: boolean; readonly role?: string }
  /** An administrator takes a token away from a user. */
  | { readonly family: 'token' }
  /** The same for a password that one application has. */
  | { readonly family: 'app_password' }
  /** The domain's own consumer, with which older APIs let the organisation read every account. */
  | { readonly family: 'consumer_key'; readonly kind: 'secret' | 'certificate' }

/** Super administrator, in Google's own words. */
const superAdmin = '_SEED_ADMIN_ROLE'

export const adminActs = {
  AUTHORIZE_API_CLIENT_ACCESS: { family: 'delegation', granted: true },
  REMOVE_API_CLIENT_ACCESS: { family: 'delegation', granted: false },

  ADD_TO_TRUSTED_OAUTH2_APPS: { family: 'trust', level: 'trusted', added: true, direction: 'loosened' },
  REMOVE_FROM_TRUSTED_OAUTH2_APPS: { family: 'trust', level: 'trusted', added: false, direction: 'tightened' },
  // Limited lies between trusted and blocked: what the app had before is in another event of the activity.
  ADD_TO_LIMITED_OAUTH2_APPS: { family: 'trust', level: 'limited', added: true, direction: 'changed' },
  REMOVE_FROM_LIMITED_OAUTH2_APPS: { family: 'trust', level: 'limited', added: false, direction: 'changed' },
  ADD_TO_BLOCKED_OAUTH2_APPS: { family: 'trust', level: 'blocked', added: true, direction: 'tightened' },
  REMOVE_FROM_BLOCKED_OAUTH2_APPS: { family: 'trust', level: 'blocked', added: false, direction: 'loosened' },
  ADD_TO_TRUSTED_BY_OAUTH_SCOPE_OAUTH2_APPS: {
    family: 'trust',
    level: 'trusted_by_scope',
    added: true,
    direction: 'loosened',
  },
  REMOVE_FROM_TRUSTED_BY_OAUTH_SCOPE_OAUTH2_APPS: {
    family: 'trust',
    level: 'trusted_by_scope',
    added: false,
    direction: 'tightened',
  },
  // Exempt from context-aware access: the app reaches the APIs from any device and place.
  ADD_TO_CAA_EXEMPT_OAUTH2_APPS: { family: 'trust', level: 'caa_exempt', added: true, direction: 'loosened' },
  REMOVE_FROM_CAA_EXEMPT_OAUTH2_APPS: { family: 'trust', level: 'caa_exempt', added: false, direction: 'tightened' },
  ADD_APPLICATION_TO_WHITELIST: {
    family: 'trust',
    name: 'Marketplace apps',
    level: 'allow_listed',
    added: true,
    direction: 'loosened',
  },
  REMOVE_APPLICATION_FROM_WHITELIST: {
    family: 'trust',
    name: 'Marketplace apps',
    level: 'allow_listed',
    added: false,
    direction: 'tightened',
  },
  // In 2026 Google folds the events of the trust lists into this one, and those of the services into CHANGE_API_ACCESS.
  CHANGE_APP_ACCESS: { family: 'trust' },

  TRUST_DOMAIN_OWNED_OAUTH2_APPS: {
    family: 'policy',
    name: 'App access control',
    setting: 'domain_owned_apps',
    becomes: 'trusted',
    direction: 'loosened',
  },
  UNTRUST_DOMAIN_OWNED_OAUTH2_APPS: {
    family: 'policy',
    name: 'App access control',
    setting: 'domain_owned_apps',
    becomes: 'untrusted',
    direction: 'tightened',
  },
  BLOCK_ALL_THIRD_PARTY_API_ACCESS: {
    family: 'policy',
    name: 'App access control',
    setting: 'third_party_apps',
    becomes: 'blocked',
    direction: 'tightened',
  },
  // Looser than blocked, tighter than open: the event does not say which it was.
  SIGN_IN_ONLY_THIRD_PARTY_API_ACCESS: {
    family: 'policy',
    name: 'App access control',
    setting: 'third_party_apps',
    becomes: 'sign_in_only',
    direction: 'changed',
  },
  UNBLOCK_ALL_THIRD_PARTY_API_ACCESS: {
    family: 'policy',
    name: 'App access control',
    setting: 'third_party_apps',
    becomes: 'allowed',
    direction: 'loosened',
  },
  CHANGE_UNCONFIGURED_APPS_ACCESS: { family: 'policy', name: 'App access control', setting: 'unconfigured_apps' },
  CHANGE_UNDERAGE_UNCONFIGURED_APPS_ACCESS: {
    family: 'policy',
    name: 'App access control',
    setting: 'unconfigured_apps_underage',
  },
  CHANGE_APP_ACCESS_SETTINGS_COLLECTION_ID: {
    family: 'policy',
    name: 'App access control',
    setting: 'settings_collection',
  },

  ALLOW_SERVICE_FOR_OAUTH2_ACCESS: {
    family: 'policy',
    name: 'Google service access',
    becomes: 'unrestricted',
    direction: 'loosened',
  },
  CHANGE_API_ACCESS: { family: 'policy', name: 'Google service access' },
  UPDATE_ERROR_MSG_FOR_RESTRICTED_OAUTH2_APPS: {
    family: 'policy',
    name: 'App access control',
    setting: 'error_message',
    direction: 'changed',
  },
  DISALLOW_SERVICE_FOR_OAUTH2_ACCESS: {
    family: 'policy',
    name: 'Google service access',
    becomes: 'restricted',
    direction: 'tightened',
  },
  BLOCK_ON_DEVICE_ACCESS: {
    family: 'policy',
    name: 'On-device access',
    becomes: 'blocked',
    direction: 'tightened',
  },
  UNBLOCK_ON_DEVICE_ACCESS: {
    family: 'policy',
    name: 'On-device access',
    becomes: 'allowed',
    direction: 'loosened',
  },

  ENABLE_API_ACCESS: { family: 'policy', name: 'API access', setting: 'api_access' },
  TOGGLE_OAUTH_ACCESS_TO_ALL_APIS: { family: 'policy', name: 'API access', setting: 'oauth_access_to_all_apis' },
  WEAK_PROGRAMMATIC_LOGIN_SETTINGS_CHANGED: { family: 'policy', name: 'API access', setting: 'less_secure_apps' },
  TOGGLE_ENABLE_OAUTH_CONSUMER_KEY: { family: 'policy', name: 'API access', setting: 'oauth_consumer_key' },
  REGENERATE_OAUTH_CONSUMER_SECRET: { family: 'consumer_key', kind: 'secret' },
  UPLOAD_OAUTH_CERTIFICATE: { family: 'consumer_key', kind: 'certificate' },
  CHANGE_WHITELIST_SETTING: { family: 'policy', name: 'Marketplace apps' },
  CREATE_APPLICATION_SETTING: { family: 'policy', name: 'Marketplace apps' },
  CHANGE_APPLICATION_SETTING: { family: 'policy', name: 'Marketplace apps' },
  DELETE_APPLICATION_SETTING: { family: 'policy', name: 'Marketplace apps' },
  CHANGE_EMAIL_SETTING: { family: 'policy', name: 'Marketplace apps' },

  ADD_APPLICATION: { family: 'install', installed: true },
  REMOVE_APPLICATION: { family: 'install', installed: false },

  ASSIGN_ROLE: { family: 'role', granted: true },
  UNASSIGN_ROLE: { family: 'role', granted: false },
  GRANT_ADMIN_PRIVILEGE: { family: 'role', granted: true, role: superAdmin },
  REVOKE_ADMIN_PRIVILEGE: { family: 'role', granted: false, role: superAdmin },

  REVOKE_3LO_TOKEN: { family: 'token' },
  REVOKE_3LO_DEVICE_TOKENS: { family: 'token' },
  REVOKE_ASP: { family: 'app_password' },
} as const satisfies Readonly<Record<string, AdminAct>>
