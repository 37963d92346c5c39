// Operations of Google Workspace, one row each: admin, login and user accounts events that change access. The mappings
// of other activities list their own events, because these have no effect on an application or an account.
import { words } from '../../fields/field.ts'
import { present } from '../../kernel/present.ts'
import { type AccountEffect, type Operation, type OperationTable, withFormerNames } from '../../lib/operation.ts'
import type { DeriveStep } from '../../lib/step.ts'
import type { EventClass, Verdict } from './activity-table.ts'
import {
  alertRules,
  readAlertRule,
  readAppPassword,
  readConsumerKey,
  readDelegation,
  readEmailSetting,
  readInstall,
  readMailSetting,
  readMarketplaceSetting,
  readPolicy,
  readPrivilege,
  readRename,
  readRole,
  readToken,
  readTrust,
} from './readers/admin-acts.ts'
import { contextRules, readContextRule } from './readers/context-rule.ts'
import type { Direction } from './readers/openness.ts'

type Class = Pick<Verdict, 'category' | 'type'>

interface GoogleOperation extends Operation {
  readonly class: Class
  readonly outcome?: Verdict['outcome']
  readonly kind?: Verdict['kind']
  /** Reads the act on an application or grant into the `oauth` group. */
  readonly read?: DeriveStep
}

interface Row extends GoogleOperation {
  /** The events that Google wrote for the operation until August 2026. Both names occur in logs that are older. */
  readonly formerly?: Readonly<Record<string, GoogleOperation>>
}

type Rows = Readonly<Record<string, Row>>

// Google announced the new names of 2026 in https://knowledge.workspace.google.com/admin/reports/admin-log-event-changes.
const pages = 'https://developers.google.com/workspace/admin/reports/v1/appendix/activity'

/** The pages of the admin events, by the type of the event. */
const settings = {
  application: `${pages}/admin-application-settings`,
  delegatedAdmin: `${pages}/admin-delegated-admin-settings`,
  domain: `${pages}/admin-domain-settings`,
  mail: `${pages}/admin-gmail-settings`,
  security: `${pages}/admin-security-settings`,
  user: `${pages}/admin-user-settings`,
}

const iamConfigurationChange: Class = { category: ['iam', 'configuration'], type: ['change'] }
const iamConfigurationDeletion: Class = { category: ['iam', 'configuration'], type: ['deletion'] }
const iamChange: Class = { category: ['iam'], type: ['change'] }
const iamConfigurationChangeCreation: Class = { category: ['iam', 'configuration'], type: ['change', 'creation'] }
const iamChangeGroup: Class = { category: ['iam'], type: ['change', 'group'] }
const iamChangeUser: Class = { category: ['iam'], type: ['change', 'user'] }
const iamCreation: Class = { category: ['iam'], type: ['creation'] }
const iamCreationGroup: Class = { category: ['iam'], type: ['creation', 'group'] }
const iamCreationUser: Class = { category: ['iam'], type: ['creation', 'user'] }
const iamDeletion: Class = { category: ['iam'], type: ['deletion'] }
const iamDeletionGroup: Class = { category: ['iam'], type: ['deletion', 'group'] }
const iamDeletionUser: Class = { category: ['iam'], type: ['deletion', 'user'] }
const iamGroupInfo: Class = { category: ['iam'], type: ['group', 'info'] }
const iamInfo: Class = { category: ['iam'], type: ['info'] }
const iamInfoUser: Class = { category: ['iam'], type: ['info', 'user'] }
const authenticationSessionStart: Class = { category: ['authentication', 'session'], type: ['start'] }
const authenticationSessionEnd: Class = { category: ['authentication', 'session'], type: ['end'] }
const authenticationInfo: Class = { category: ['authentication'], type: ['info'] }
const authenticationEnd: Class = { category: ['authentication'], type: ['end'] }
const iamUserInfo: Class = { category: ['iam'], type: ['user', 'info'] }
const iamUserChange: Class = { category: ['iam'], type: ['user', 'change'] }
const iamUser: Class = { category: ['iam'], type: ['user'] }
const iamInfoUserChange: Class = { category: ['iam'], type: ['info', 'user', 'change'] }
const configurationChange: Class = { category: ['configuration'], type: ['change'] }
const configurationInfo: Class = { category: ['configuration'], type: ['info'] }

const active: AccountEffect = { status: 'active' }
const archived: AccountEffect = { status: 'archived' }
const credentialMade: AccountEffect = { credentialMade: true }
const created: AccountEffect = { status: 'active', created: true }
const joined: AccountEffect = { joined: true }
const memberAdded: AccountEffect = { joined: true, member: 'added' }
const memberRemoved: AccountEffect = { member: 'removed' }
const deleted: AccountEffect = { status: 'deleted' }
const factorChanged: AccountEffect = { factorChanged: true }
const renamed: AccountEffect = { renamed: true }
const reset: AccountEffect = { reset: true }
const roleGranted: AccountEffect = { role: 'granted' }
const roleRevoked: AccountEffect = { role: 'revoked' }
const sessionsRevoked: AccountEffect = { sessionsRevoked: true }
const signedIn: AccountEffect = { signedIn: true }
const suspended: AccountEffect = { status: 'suspended' }

/** A change to a setting for many applications. */
const policy = (verdict: Class, act: Parameters<typeof readPolicy>[0], source?: string): GoogleOperation => ({
  class: verdict,
  read: readPolicy(act),
  ...(source !== undefined && { source }),
})

const accessControl = (verdict: Class, act: Omit<Parameters<typeof readPolicy>[0], 'name'>): GoogleOperation =>
  policy(verdict, { name: 'App access control', ...act }, settings.security)

const marketplaceSetting = (verdict: Class): GoogleOperation => ({
  class: verdict,
  read: readMarketplaceSetting,
  source: settings.application,
})

/** A change to the list of applications with a trust level. */
const listed = (verdict: Class, level: string, change: 'added' | 'removed', direction: Direction): GoogleOperation => ({
  class: verdict,
  read: readTrust({ level, added: change === 'added', direction }),
  source: settings.security,
})

/** Adds events that imply no act or effect; `names` is whitespace-separated. Throws if a name has two rows. */
function withPlainEvents(rows: Rows, plain: readonly { readonly class: Class; readonly names: string }[]): Rows {
  const all = new Map(Object.entries(rows))
  for (const { class: verdict, names } of plain)
    for (const name of words(names)) {
      if (all.has(name)) throw new Error(`${name} has two rows`)
      all.set(name, { class: verdict })
    }
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const superAdmin = '_SEED_ADMIN_ROLE'

/** A credential that somebody else made for an account, or a weaker way into it. */
const madeCredential: GoogleOperation = { class: iamChangeUser, account: credentialMade, source: settings.user }

const adminActs: Rows = {
  ADD_APPLICATION: { class: iamChange, read: readInstall({ installed: true }), source: settings.domain },
  ADD_APPLICATION_TO_WHITELIST: {
    class: iamChange,
    read: readTrust({ name: 'Marketplace apps', level: 'allow_listed', added: true, direction: 'loosened' }),
    source: settings.domain,
  },
  ADD_GROUP_MEMBER: { class: iamChangeGroup, account: memberAdded },
  ADD_PRIVILEGE: { class: iamChange, read: readPrivilege, source: settings.delegatedAdmin },
  ADD_RECOVERY_EMAIL: madeCredential,
  ADD_RECOVERY_PHONE: madeCredential,
  // Exempt from context-aware access: the app reaches the APIs from any device and place.
  ADD_TO_CAA_EXEMPT_OAUTH2_APPS: listed(iamConfigurationChange, 'caa_exempt', 'added', 'loosened'),
  ADMIN_EVENTS_TOGGLE_NEW_APP_FEATURES_PREFERENCE: {
    class: iamConfigurationChange,
    formerly: { TOGGLE_NEW_APP_FEATURES: { class: iamConfigurationChange } },
  },
  ALERT_RECEIVERS_CHANGED: { class: iamChange, read: readAlertRule },
  ALERT_STATUS_CHANGED: { class: iamChange, read: readAlertRule },
  ALLOW_STRONG_AUTHENTICATION: policy(
    iamConfigurationChange,
    { name: 'Two-step verification', setting: 'enrollment', restricts: true },
    settings.security,
  ),
  ARCHIVE_USER: { class: iamChangeUser, account: archived, source: settings.user },
  ASSIGN_ROLE: {
    class: iamChange,
    read: readRole({ granted: true }),
    account: roleGranted,
    source: settings.delegatedAdmin,
  },
  AUTHORIZE_API_CLIENT_ACCESS: { class: iamChange, read: readDelegation({ granted: true }), source: settings.domain },
  BLOCK_ON_DEVICE_ACCESS: policy(
    iamChange,
    { name: 'On-device access', becomes: 'blocked', direction: 'tightened' },
    settings.security,
  ),
  BULK_UPLOAD: { class: iamInfo, source: settings.user },
  // One event with the old and the new access takes the place of two.
  CHANGE_API_ACCESS: {
    class: iamConfigurationChange,
    read: readPolicy({ name: 'Google service access' }),
    source: settings.security,
    formerly: {
      ALLOW_SERVICE_FOR_OAUTH2_ACCESS: policy(
        iamConfigurationChange,
        { name: 'Google service access', becomes: 'unrestricted', direction: 'loosened' },
        settings.security,
      ),
      DISALLOW_SERVICE_FOR_OAUTH2_ACCESS: policy(
        iamConfigurationChange,
        { name: 'Google service access', becomes: 'restricted', direction: 'tightened' },
        settings.security,
      ),
    },
  },
  CHANGE_APPLICATION_SETTING: marketplaceSetting(iamConfigurationChange),
  // One event with the old and the new level takes the place of one event for each list.
  CHANGE_APP_ACCESS: {
    class: iamChange,
    read: readTrust({}),
    source: settings.security,
    formerly: {
      ADD_TO_BLOCKED_OAUTH2_APPS: listed(iamConfigurationChange, 'blocked', 'added', 'tightened'),
      // Limited is between trusted and blocked. The previous level is in another event of the activity.
      ADD_TO_LIMITED_OAUTH2_APPS: listed(iamConfigurationChange, 'limited', 'added', 'changed'),
      ADD_TO_TRUSTED_OAUTH2_APPS: listed(iamChange, 'trusted', 'added', 'loosened'),
      ADD_TO_TRUSTED_BY_OAUTH_SCOPE_OAUTH2_APPS: listed(iamChange, 'trusted_by_scope', 'added', 'loosened'),
      REMOVE_FROM_BLOCKED_OAUTH2_APPS: listed(iamConfigurationChange, 'blocked', 'removed', 'loosened'),
      REMOVE_FROM_LIMITED_OAUTH2_APPS: listed(iamConfigurationChange, 'limited', 'removed', 'changed'),
      REMOVE_FROM_TRUSTED_OAUTH2_APPS: listed(iamChange, 'trusted', 'removed', 'tightened'),
      REMOVE_FROM_TRUSTED_BY_OAUTH_SCOPE_OAUTH2_APPS: listed(iamChange, 'trusted_by_scope', 'removed', 'tightened'),
    },
  },
  CHANGE_APP_ACCESS_SETTINGS_COLLECTION_ID: policy(iamConfigurationChange, {
    name: 'App access control',
    setting: 'settings_collection',
  }),
  CHANGE_CAA_APP_ASSIGNMENTS: { class: iamChange, read: readContextRule, source: settings.security },
  CHANGE_EMAIL_SETTING: { class: iamConfigurationChange, read: readEmailSetting, source: settings.mail },
  CHANGE_GMAIL_SETTING: { class: iamConfigurationChange, read: readMailSetting, source: settings.mail },
  CHANGE_PASSWORD: { class: iamChangeUser, account: reset, source: settings.user },
  CHANGE_RECOVERY_EMAIL: madeCredential,
  CHANGE_RECOVERY_PHONE: madeCredential,
  // No public source states that these are the former names; both describe the same setting of the console.
  CHANGE_UNCONFIGURED_APPS_ACCESS: {
    ...accessControl(iamChange, { setting: 'unconfigured_apps' }),
    formerly: {
      BLOCK_ALL_THIRD_PARTY_API_ACCESS: accessControl(iamConfigurationChange, {
        setting: 'third_party_apps',
        becomes: 'blocked',
        direction: 'tightened',
      }),
      // This setting is looser than blocked and tighter than open. The event does not contain the previous setting.
      SIGN_IN_ONLY_THIRD_PARTY_API_ACCESS: accessControl(iamConfigurationChange, {
        setting: 'third_party_apps',
        becomes: 'sign_in_only',
        direction: 'changed',
      }),
      UNBLOCK_ALL_THIRD_PARTY_API_ACCESS: accessControl(iamConfigurationChange, {
        setting: 'third_party_apps',
        becomes: 'allowed',
        direction: 'loosened',
      }),
    },
  },
  CHANGE_UNDERAGE_UNCONFIGURED_APPS_ACCESS: {
    ...accessControl(iamChange, { setting: 'unconfigured_apps_underage' }),
    formerly: {
      UNDERAGE_BLOCK_ALL_THIRD_PARTY_API_ACCESS: accessControl(iamConfigurationChange, {
        setting: 'unconfigured_apps_underage',
        becomes: 'blocked',
        direction: 'tightened',
      }),
      UNDERAGE_SIGN_IN_ONLY_THIRD_PARTY_API_ACCESS: accessControl(iamConfigurationChange, {
        setting: 'unconfigured_apps_underage',
        becomes: 'sign_in_only',
        direction: 'changed',
      }),
    },
  },
  CHANGE_WHITELIST_SETTING: policy(iamConfigurationChange, { name: 'Marketplace apps' }, settings.domain),
  CREATE_APPLICATION_SETTING: marketplaceSetting(iamConfigurationChangeCreation),
  CREATE_DATA_TRANSFER_REQUEST: policy(iamCreationUser, {
    name: 'Data transfer',
    setting: 'data_transfer',
    direction: 'changed',
  }),
  CREATE_EMAIL_MONITOR: policy(
    iamCreationUser,
    { name: 'Gmail settings', setting: 'email_monitor', direction: 'changed' },
    settings.user,
  ),
  CREATE_GMAIL_SETTING: { class: iamConfigurationChangeCreation, read: readMailSetting, source: settings.mail },
  CREATE_MANAGED_CONFIGURATION: { class: iamCreation, source: settings.application },
  CREATE_ROLE: { class: iamCreation, source: settings.delegatedAdmin },
  CREATE_USER: { class: iamCreationUser, account: created, source: settings.user },
  DELETE_ALERT: policy(iamDeletion, { name: alertRules, direction: 'loosened' }),
  DELETE_APPLICATION_SETTING: marketplaceSetting(iamConfigurationDeletion),
  DELETE_MANAGED_CONFIGURATION: { class: iamDeletion, source: settings.application },
  DELETE_ROLE: { class: iamDeletion, source: settings.delegatedAdmin },
  DELETE_RULE: policy(iamDeletion, { name: alertRules, direction: 'loosened' }),
  DELETE_USER: { class: iamDeletionUser, account: deleted, source: settings.user },
  ENABLE_API_ACCESS: policy(iamConfigurationChange, { name: 'API access', setting: 'api_access' }, settings.domain),
  ENFORCE_STRONG_AUTHENTICATION: policy(
    iamConfigurationChange,
    { name: 'Two-step verification', setting: 'enforcement', restricts: true },
    settings.security,
  ),
  FLASHLIGHT_EDU_NON_FEATURED_SERVICES_SELECTED: { class: iamConfigurationChange, source: settings.application },
  GENERATE_2SV_SCRATCH_CODES: { class: iamCreationUser, account: credentialMade, source: settings.user },
  GPLUS_PREMIUM_FEATURES: { class: iamConfigurationChange, source: settings.application },
  GRANT_ADMIN_PRIVILEGE: {
    class: iamChangeUser,
    read: readRole({ granted: true, role: superAdmin }),
    account: roleGranted,
    source: settings.user,
  },
  GRANT_DELEGATED_ADMIN_PRIVILEGES: {
    class: iamChangeUser,
    read: readRole({ granted: true, role: 'Delegated administrator' }),
    account: roleGranted,
    source: settings.user,
  },
  REGENERATE_OAUTH_CONSUMER_SECRET: { class: iamCreation, read: readConsumerKey('secret'), source: settings.domain },
  REMOVE_API_CLIENT_ACCESS: { class: iamChange, read: readDelegation({ granted: false }), source: settings.domain },
  REMOVE_APPLICATION: { class: iamChange, read: readInstall({ installed: false }), source: settings.domain },
  REMOVE_APPLICATION_FROM_WHITELIST: {
    class: iamChange,
    read: readTrust({ name: 'Marketplace apps', level: 'allow_listed', added: false, direction: 'tightened' }),
    source: settings.domain,
  },
  REMOVE_FROM_CAA_EXEMPT_OAUTH2_APPS: listed(iamChange, 'caa_exempt', 'removed', 'tightened'),
  REMOVE_GROUP_MEMBER: { class: iamChangeGroup, account: memberRemoved },
  REMOVE_PRIVILEGE: { class: iamChange, source: settings.delegatedAdmin },
  RENAME_ROLE: { class: iamChange, source: settings.delegatedAdmin },
  RENAME_USER: { class: iamChangeUser, read: readRename, account: renamed, source: settings.user },
  REORDER_GROUP_BASED_POLICIES_EVENT: { class: iamChangeGroup, source: settings.application },
  RESET_SIGNIN_COOKIES: { class: iamChangeUser, account: sessionsRevoked, source: settings.user },
  REVOKE_3LO_DEVICE_TOKENS: { class: iamChangeUser, read: readToken, source: settings.user },
  REVOKE_3LO_TOKEN: { class: iamChangeUser, read: readToken, source: settings.user },
  REVOKE_ADMIN_PRIVILEGE: {
    class: iamChangeUser,
    read: readRole({ granted: false, role: superAdmin }),
    account: roleRevoked,
    source: settings.user,
  },
  REVOKE_ASP: { class: iamChangeUser, read: readAppPassword, source: settings.user },
  RULE_STATUS_CHANGED: { class: iamChange, read: readAlertRule },
  SUSPEND_USER: { class: iamChangeUser, account: suspended, source: settings.user },
  SYSTEM_DEFINED_RULE_UPDATED: { class: iamConfigurationChange, read: readAlertRule },
  SECURITY_KEY_REGISTERED_FOR_USER: madeCredential,
  TOGGLE_CAA_ENABLEMENT: policy(
    iamChange,
    { name: contextRules, setting: 'enablement', restricts: true },
    settings.security,
  ),
  TOGGLE_ENABLE_OAUTH_CONSUMER_KEY: policy(
    iamConfigurationChange,
    { name: 'API access', setting: 'oauth_consumer_key' },
    settings.domain,
  ),
  TOGGLE_OAUTH_ACCESS_TO_ALL_APIS: policy(
    iamConfigurationChange,
    { name: 'API access', setting: 'oauth_access_to_all_apis' },
    settings.domain,
  ),
  TRUST_DOMAIN_OWNED_OAUTH2_APPS: accessControl(iamChange, {
    setting: 'domain_owned_apps',
    becomes: 'trusted',
    direction: 'loosened',
  }),
  TURN_OFF_2_STEP_VERIFICATION: madeCredential,
  UNARCHIVE_USER: { class: iamChangeUser, account: active, source: settings.user },
  UNASSIGN_ROLE: {
    class: iamChange,
    read: readRole({ granted: false }),
    account: roleRevoked,
    source: settings.delegatedAdmin,
  },
  UNBLOCK_ON_DEVICE_ACCESS: policy(
    iamChange,
    { name: 'On-device access', becomes: 'allowed', direction: 'loosened' },
    settings.security,
  ),
  UNDELETE_USER: { class: iamCreationUser, account: active, source: settings.user },
  UNENROLL_USER_FROM_STRONG_AUTH: madeCredential,
  UNSUSPEND_USER: { class: iamChangeUser, account: active, source: settings.user },
  UNTRUST_DOMAIN_OWNED_OAUTH2_APPS: accessControl(iamChange, {
    setting: 'domain_owned_apps',
    becomes: 'untrusted',
    direction: 'tightened',
  }),
  UPDATE_ERROR_MSG_FOR_RESTRICTED_OAUTH2_APPS: accessControl(iamConfigurationChange, {
    setting: 'error_message',
    direction: 'changed',
  }),
  UPDATE_MANAGED_CONFIGURATION: { class: iamConfigurationChange, source: settings.application },
  REQUEST_MAILBOX_DUMP: policy(
    iamInfoUser,
    { name: 'Data transfer', setting: 'mailbox_export', direction: 'changed' },
    settings.user,
  ),
  UPDATE_ROLE: { class: iamChange, source: settings.delegatedAdmin },
  UPLOAD_OAUTH_CERTIFICATE: { class: iamInfo, read: readConsumerKey('certificate'), source: settings.domain },
  WEAK_PROGRAMMATIC_LOGIN_SETTINGS_CHANGED: policy(
    iamConfigurationChange,
    { name: 'API access', setting: 'less_secure_apps' },
    settings.security,
  ),
}

const adminRows: Rows = withPlainEvents(adminActs, [
  {
    class: iamInfoUser,
    names: `
      ACTION_CANCELLED ACTION_REQUESTED BULK_UPLOAD_NOTIFICATION_SENT REQUEST_ACCOUNT_INFO
      RESEND_USER_INVITE USERS_BULK_UPLOAD_NOTIFICATION_SENT USER_INVITE VIEW_TEMP_PASSWORD
    `,
  },
  {
    class: iamChange,
    names: `
      ADD_DOMAIN_ALIAS ADD_MOBILE_APPLICATION_TO_WHITELIST ADD_MOBILE_CERTIFICATE ADD_MOBILE_WIRELESS_NETWORK
      ADD_SECONDARY_DOMAIN ADD_TRUSTED_DOMAINS ASSIGN_CUSTOM_LOGO CANCEL_CALENDAR_EVENTS CHANGE_ACCOUNT_AUTO_RENEWAL
      CHANGE_ADMIN_RESTRICTIONS_PIN CHANGE_ADVERTISEMENT_OPTION CHANGE_ALERT_CRITERIA
      CHANGE_CAA_ERROR_MESSAGE CHANGE_CHROME_OS_DEVICE_ANNOTATION CHANGE_CHROME_OS_DEVICE_STATE
      CHANGE_CONFLICT_ACCOUNT_ACTION CHANGE_CUSTOM_LOGO CHANGE_DATA_LOCALIZATION_FOR_RUSSIA
      CHANGE_DATA_PROTECTION_OFFICER_CONTACT_INFO CHANGE_DEVICE_STATE CHANGE_DOMAIN_DEFAULT_LOCALE
      CHANGE_DOMAIN_DEFAULT_TIMEZONE CHANGE_DOMAIN_NAME CHANGE_DOMAIN_SUPPORT_MESSAGE CHANGE_EDU_TYPE
      CHANGE_EU_REPRESENTATIVE_CONTACT_INFO CHANGE_LICENSE_AUTO_ASSIGN CHANGE_LOGIN_ACTIVITY_TRACE
      CHANGE_LOGIN_BACKGROUND_COLOR CHANGE_LOGIN_BORDER_COLOR CHANGE_MOBILE_APPLICATION_PERMISSION_GRANT
      CHANGE_MOBILE_APPLICATION_PRIORITY_ORDER CHANGE_MOBILE_WIRELESS_NETWORK CHANGE_MOBILE_WIRELESS_NETWORK_PASSWORD
      CHANGE_ORGANIZATION_NAME CHANGE_PASSWORD_MAX_LENGTH CHANGE_PASSWORD_MIN_LENGTH CHANGE_PRIMARY_DOMAIN
      CHANGE_RENEW_DOMAIN_REGISTRATION CHANGE_RESELLER_ACCESS CHANGE_RULE_CRITERIA
      CHROME_APPLICATION_LICENSE_RESERVATION_UPDATED CHROME_LICENSES_ALLOWED CHROME_LICENSES_ENABLED
      CHROME_LICENSES_REDEEMED COMPANY_OWNED_DEVICE_BLOCKED COMPANY_OWNED_DEVICE_UNBLOCKED COMPANY_OWNED_DEVICE_WIPED
      DROP_FROM_QUARANTINE EDIT_ORG_UNIT_DESCRIPTION EDIT_ORG_UNIT_NAME MOVE_DEVICE_TO_ORG_UNIT_DETAILED MOVE_ORG_UNIT
      ORG_ALL_USERS_LICENSE_ASSIGNMENT ORG_LICENSE_REVOKE ORG_USERS_LICENSE_ASSIGNMENT PLAY_FOR_WORK_ENROLL
      PLAY_FOR_WORK_UNENROLL REJECT_FROM_QUARANTINE RELEASE_CALENDAR_RESOURCES RELEASE_FROM_QUARANTINE
      REMOVE_DOMAIN_ALIAS REMOVE_MOBILE_APPLICATION_FROM_WHITELIST REMOVE_MOBILE_CERTIFICATE
      REMOVE_MOBILE_WIRELESS_NETWORK REMOVE_SECONDARY_DOMAIN REMOVE_TRUSTED_DOMAINS RENAME_ALERT
      RENAME_CALENDAR_RESOURCE RENAME_RULE REVOKE_DEVICE_ENROLLMENT_TOKEN REVOKE_ENROLLMENT_TOKEN RULE_ACTIONS_CHANGED
      SEND_CHROME_OS_DEVICE_COMMAND TOGGLE_AUTO_ADD_NEW_SERVICE
      TOGGLE_ENABLE_PRE_RELEASE_FEATURES TOGGLE_SERVICE_ENABLED TRANSFER_DOCUMENT_OWNERSHIP UNASSIGN_CUSTOM_LOGO
      UPDATE_BUILDING UPDATE_CALENDAR_RESOURCE UPDATE_CHROME_OS_PRINTER UPDATE_CHROME_OS_PRINT_SERVER UPDATE_DEVICE
      UPDATE_DOMAIN_PRIMARY_ADMIN_EMAIL UPDATE_DOMAIN_SECONDARY_EMAIL UPDATE_DYNAMIC_LICENSE UPDATE_RULE
      USER_LICENSE_ASSIGNMENT USER_LICENSE_REASSIGNMENT USER_LICENSE_REVOKE
    `,
  },
  {
    class: iamChangeUser,
    names: `
      ADD_NICKNAME CANCEL_USER_INVITE CHANGE_FIRST_NAME CHANGE_LAST_NAME
      CHANGE_PASSWORD_ON_NEXT_LOGIN CHANGE_USER_ADDRESS
      CHANGE_USER_CUSTOM_FIELD CHANGE_USER_EXTERNAL_ID CHANGE_USER_GENDER CHANGE_USER_IM CHANGE_USER_KEYWORD
      CHANGE_USER_LANGUAGE CHANGE_USER_LOCATION CHANGE_USER_ORGANIZATION CHANGE_USER_PHONE_NUMBER CHANGE_USER_RELATION
      DOWNGRADE_USER_FROM_GPLUS ENABLE_USER_IP_WHITELIST GMAIL_RESET_USER
      MAIL_ROUTING_DESTINATION_ADDED MAIL_ROUTING_DESTINATION_REMOVED MOBILE_ACCOUNT_WIPE MOBILE_DEVICE_APPROVE
      MOBILE_DEVICE_BLOCK MOBILE_DEVICE_CANCEL_WIPE_THEN_APPROVE MOBILE_DEVICE_CANCEL_WIPE_THEN_BLOCK
      MOBILE_DEVICE_WIPE MOVE_USER_TO_ORG_UNIT REMOVE_NICKNAME REMOVE_RECOVERY_EMAIL REMOVE_RECOVERY_PHONE
      REVOKE_SECURITY_KEY TOGGLE_AUTOMATIC_CONTACT_SHARING
      UNBLOCK_USER_SESSION UNENROLL_USER_FROM_TITANIUM
      UPDATE_BIRTHDATE UPGRADE_USER_TO_GPLUS USER_ENROLLED_IN_TWO_STEP_VERIFICATION
      USER_PUT_IN_TWO_STEP_VERIFICATION_GRACE_PERIOD
    `,
  },
  {
    class: iamCreation,
    names: `
      ADD_WEB_ADDRESS CHROME_APPLICATION_LICENSE_RESERVATION_CREATED COMPANY_DEVICES_BULK_CREATION CREATE_ALERT
      CREATE_BUILDING CREATE_CALENDAR_RESOURCE CREATE_CALENDAR_RESOURCE_FEATURE CREATE_DEVICE_ENROLLMENT_TOKEN
      CREATE_ENROLLMENT_TOKEN CREATE_ORG_UNIT CREATE_PLAY_FOR_WORK_TOKEN CREATE_RULE EMAIL_UNDELETE GENERATE_PIN
      GENERATE_TRANSFER_TOKEN INSERT_CHROME_OS_PRINTER INSERT_CHROME_OS_PRINT_SERVER MEET_INTEROP_CREATE_GATEWAY
    `,
  },
  {
    class: iamConfigurationChange,
    names: `
      CHANGE_ALLOWED_TWO_STEP_VERIFICATION_METHODS CHANGE_CALENDAR_SETTING
      CHANGE_CHAT_SETTING CHANGE_CHROME_OS_ANDROID_APPLICATION_SETTING CHANGE_CHROME_OS_APPLICATION_SETTING
      CHANGE_CHROME_OS_DEVICE_SETTING CHANGE_CHROME_OS_PUBLIC_SESSION_SETTING CHANGE_CHROME_OS_SETTING
      CHANGE_CHROME_OS_USER_SETTING CHANGE_CONTACTS_SETTING CHANGE_DATA_LOCALIZATION_SETTING CHANGE_DOCS_SETTING
      CHANGE_MOBILE_APPLICATION_SETTINGS CHANGE_MOBILE_SETTING CHANGE_SESSION_LENGTH CHANGE_SITES_SETTING
      CHANGE_SITES_WEB_ADDRESS_MAPPING_UPDATES CHANGE_SSO_SETTINGS
      CHANGE_TWO_STEP_VERIFICATION_ENROLLMENT_PERIOD_DURATION CHANGE_TWO_STEP_VERIFICATION_FREQUENCY
      CHANGE_TWO_STEP_VERIFICATION_GRACE_PERIOD_DURATION CHANGE_TWO_STEP_VERIFICATION_START_DATE
      COMMUNICATION_PREFERENCES_SETTING_CHANGE ENABLE_FEEDBACK_SOLICITATION ENABLE_NON_ADMIN_USER_PASSWORD_RECOVERY
      ENABLE_SERVICE_OR_FEATURE_NOTIFICATIONS MEET_INTEROP_MODIFY_GATEWAY
      SESSION_CONTROL_SETTINGS_CHANGE TOGGLE_ALLOW_ADMIN_PASSWORD_RESET TOGGLE_CONTACT_SHARING TOGGLE_OPEN_ID_ENABLED
      TOGGLE_OUTBOUND_RELAY TOGGLE_SSL TOGGLE_SSO_ENABLED TOGGLE_USE_CUSTOM_LOGO TOGGLE_USE_NEXT_GEN_CONTROL_PANEL
      UPDATE_CALENDAR_RESOURCE_FEATURE
    `,
  },
  {
    class: iamChangeGroup,
    names: `
      CHANGE_GROUP_DESCRIPTION CHANGE_GROUP_NAME CHANGE_GROUP_SETTING GROUP_MEMBER_BULK_UPLOAD
      UPDATE_GROUP_MEMBER UPDATE_GROUP_MEMBER_DELIVERY_SETTINGS
      UPDATE_GROUP_MEMBER_DELIVERY_SETTINGS_CAN_EMAIL_OVERRIDE WHITELISTED_GROUPS_UPDATED
    `,
  },
  {
    class: iamDeletion,
    names: `
      CHROME_APPLICATION_LICENSE_RESERVATION_DELETED COMPANY_DEVICE_DELETION DELETE_BUILDING DELETE_CALENDAR_RESOURCE
      DELETE_CALENDAR_RESOURCE_FEATURE DELETE_CHROME_OS_PRINTER DELETE_CHROME_OS_PRINT_SERVER
      DELETE_PLAY_FOR_WORK_TOKEN DELETE_WEB_ADDRESS MEET_INTEROP_DELETE_GATEWAY REMOVE_CHROME_OS_APPLICATION_SETTINGS
      REMOVE_ORG_UNIT
    `,
  },
  { class: iamCreationGroup, names: 'CREATE_GROUP' },
  {
    class: iamInfo,
    names: `
      CUSTOMER_TAKEOUT_CREATED CUSTOMER_TAKEOUT_SUCCEEDED DOWNLOAD_PENDING_INVITES_LIST DOWNLOAD_USERLIST_CSV
      DRIVE_DATA_RESTORE EMAIL_LOG_SEARCH ENROLL_FOR_GOOGLE_DEVICE_MANAGEMENT ISSUE_DEVICE_COMMAND
      MX_RECORD_VERIFICATION_CLAIM SKIP_DOMAIN_ALIAS_MX SKIP_SECONDARY_DOMAIN_MX USERS_BULK_UPLOAD
      USE_GOOGLE_MOBILE_MANAGEMENT USE_GOOGLE_MOBILE_MANAGEMENT_FOR_IOS USE_GOOGLE_MOBILE_MANAGEMENT_FOR_NON_IOS
      VERIFY_DOMAIN_ALIAS VERIFY_DOMAIN_ALIAS_MX VERIFY_SECONDARY_DOMAIN VERIFY_SECONDARY_DOMAIN_MX
      VIEW_DNS_LOGIN_DETAILS VIEW_SITE_DETAILS
    `,
  },
  {
    class: iamDeletionUser,
    names:
      'DELETE_2SV_SCRATCH_CODES DELETE_ACCOUNT_INFO_DUMP DELETE_EMAIL_MONITOR DELETE_MAILBOX_DUMP MOBILE_DEVICE_DELETE',
  },
  { class: iamConfigurationDeletion, names: 'DELETE_GMAIL_SETTING' },
  { class: iamDeletionGroup, names: 'DELETE_GROUP' },
  { class: iamGroupInfo, names: 'GROUP_LIST_DOWNLOAD GROUP_MEMBERS_DOWNLOAD' },
])

/** The operations of the admin activity under all of their names. */
export const adminOperations = withFormerNames(adminRows)

/** What users change in their own accounts. Google writes the events to the login log, the user accounts log, or both. */
const ownAccountRows: Rows = {
  '2sv_disable': { class: iamInfoUserChange, account: factorChanged },
  '2sv_enroll': { class: iamInfoUserChange, account: factorChanged },
  email_forwarding_out_of_domain: { class: configurationInfo },
  passkey_enrolled: { class: iamUserChange, account: factorChanged },
  passkey_removed: { class: iamUserChange, account: factorChanged },
  password_edit: { class: configurationChange, account: reset },
  recovery_email_edit: { class: configurationChange, account: factorChanged },
  recovery_phone_edit: { class: configurationChange, account: factorChanged },
  recovery_secret_qa_edit: { class: configurationChange },
  titanium_enroll: { class: iamInfoUserChange },
  titanium_unenroll: { class: iamInfoUserChange },
}

export const ownAccountEvents: readonly string[] = Object.keys(ownAccountRows)

const loginActs: Rows = {
  ...ownAccountRows,
  account_disabled_generic: { class: iamUserChange, account: suspended },
  account_disabled_hijacked: { class: iamUserChange, account: suspended },
  account_disabled_password_leak: { class: iamUserInfo, account: suspended },
  account_disabled_spamming: { class: iamUserChange, account: suspended },
  account_disabled_spamming_through_relay: { class: iamUserChange, account: suspended },
  gov_attack_warning: { class: iamUser, kind: 'alert' },
  login_failure: { class: authenticationSessionStart, outcome: 'failure' },
  login_success: { class: authenticationSessionStart, outcome: 'success', account: signedIn },
  risky_sensitive_action_blocked: { class: configurationInfo, outcome: 'failure' },
}

export const loginOperations: Rows = withPlainEvents(loginActs, [
  { class: configurationInfo, names: 'blocked_sender risky_sensitive_action_allowed' },
  {
    class: authenticationInfo,
    names: `
      login_challenge login_verification suspicious_login suspicious_login_less_secure_app
      suspicious_programmatic_login
    `,
  },
  { class: authenticationSessionEnd, names: 'logout' },
  { class: authenticationEnd, names: 'user_signed_out_due_to_suspicious_session_cookie' },
])

// Elastic's integration classifies the same events differently in this log.
export const userAccountOperations: Rows = Object.fromEntries(
  Object.entries(ownAccountRows).map(([name, row]) => [name, { ...row, class: iamChangeUser }]),
)

export const operationTables: readonly OperationTable[] = [
  { title: 'Google Workspace: admin', source: `${pages}/admin-event-names`, rows: adminRows },
  { title: 'Google Workspace: login', source: `${pages}/login`, rows: loginOperations },
  { title: 'Google Workspace: user accounts', source: `${pages}/user-accounts`, rows: userAccountOperations },
]

export function eventClasses(rows: Rows): EventClass[] {
  return Object.entries(rows).map(([name, { class: verdict, outcome, kind }]) => ({
    ...verdict,
    ...present({ outcome, kind }),
    names: name,
  }))
}

const effectsIn = (rows: Rows): ReadonlyMap<string, AccountEffect> =>
  new Map(
    Object.entries(rows).flatMap(([name, { account }]) => (account === undefined ? [] : [[name, account] as const])),
  )

export const accountEffects: ReadonlyMap<string, ReadonlyMap<string, AccountEffect>> = new Map([
  ['google_workspace.admin', effectsIn(adminOperations)],
  ['google_workspace.login', effectsIn(loginOperations)],
  ['google_workspace.user_accounts', effectsIn(userAccountOperations)],
  // Members of groups and shared drives inherit access.
  [
    'google_workspace.group_enterprise',
    new Map([
      ['add_member', memberAdded],
      ['remove_member', memberRemoved],
    ]),
  ],
  [
    'google_workspace.groups',
    new Map([
      ['add_user', memberAdded],
      ['remove_user', memberRemoved],
    ]),
  ],
  [
    'google_workspace.drive',
    new Map(['shared_drive_membership_change', 'change_user_access'].map((name) => [name, joined])),
  ],
])
