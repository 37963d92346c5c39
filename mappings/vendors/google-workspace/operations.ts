// Operations of Google Workspace, one row each: admin, login and user accounts events that change access. The mappings
// of other activities list their own events, because these have no effect on an application or an account.
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
  readRole,
  readToken,
  readTrust,
} from './readers/admin-acts.ts'
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
const created: AccountEffect = { status: 'active', created: true }
const joined: AccountEffect = { joined: true }
const deleted: AccountEffect = { status: 'deleted' }
const reset: AccountEffect = { reset: true }
const roleGranted: AccountEffect = { role: 'granted' }
const roleRevoked: AccountEffect = { role: 'revoked' }
const sessionsRevoked: AccountEffect = { sessionsRevoked: true }
const signedIn: AccountEffect = { signedIn: true }
const suspended: AccountEffect = { status: 'suspended' }

/** A change to a setting for all applications. */
const accessControl = (verdict: Class, act: Omit<Parameters<typeof readPolicy>[0], 'name'>): GoogleOperation => ({
  class: verdict,
  read: readPolicy({ name: 'App access control', ...act }),
  source: settings.security,
})

/** A change to the list of applications with a trust level. */
const listed = (verdict: Class, level: string, change: 'added' | 'removed', direction: Direction): GoogleOperation => ({
  class: verdict,
  read: readTrust({ level, added: change === 'added', direction }),
  source: settings.security,
})

const superAdmin = '_SEED_ADMIN_ROLE'

const adminRows: Rows = {
  ACTION_CANCELLED: { class: iamInfoUser },
  ACTION_REQUESTED: { class: iamInfoUser },
  ADD_APPLICATION: { class: iamChange, read: readInstall({ installed: true }), source: settings.domain },
  ADD_APPLICATION_TO_WHITELIST: {
    class: iamChange,
    read: readTrust({ name: 'Marketplace apps', level: 'allow_listed', added: true, direction: 'loosened' }),
    source: settings.domain,
  },
  ADD_DOMAIN_ALIAS: { class: iamChange },
  ADD_GROUP_MEMBER: { class: iamChangeGroup, account: joined },
  ADD_MOBILE_APPLICATION_TO_WHITELIST: { class: iamChange },
  ADD_MOBILE_CERTIFICATE: { class: iamChange },
  ADD_MOBILE_WIRELESS_NETWORK: { class: iamChange },
  ADD_NICKNAME: { class: iamChangeUser },
  ADD_PRIVILEGE: { class: iamChange, source: settings.delegatedAdmin },
  ADD_RECOVERY_EMAIL: { class: iamChangeUser },
  ADD_RECOVERY_PHONE: { class: iamChangeUser },
  ADD_SECONDARY_DOMAIN: { class: iamChange },
  // Exempt from context-aware access: the app reaches the APIs from any device and place.
  ADD_TO_CAA_EXEMPT_OAUTH2_APPS: listed(iamConfigurationChange, 'caa_exempt', 'added', 'loosened'),
  ADD_TRUSTED_DOMAINS: { class: iamChange },
  ADD_WEB_ADDRESS: { class: iamCreation },
  ADMIN_EVENTS_TOGGLE_NEW_APP_FEATURES_PREFERENCE: {
    class: iamConfigurationChange,
    formerly: {
      TOGGLE_NEW_APP_FEATURES: { class: iamConfigurationChange },
    },
  },
  ALERT_RECEIVERS_CHANGED: { class: iamChange, read: readAlertRule },
  ALERT_STATUS_CHANGED: { class: iamChange, read: readAlertRule },
  ALLOW_STRONG_AUTHENTICATION: { class: iamConfigurationChange },
  ARCHIVE_USER: { class: iamChangeUser, account: archived, source: settings.user },
  ASSIGN_CUSTOM_LOGO: { class: iamChange },
  ASSIGN_ROLE: {
    class: iamChange,
    read: readRole({ granted: true }),
    account: roleGranted,
    source: settings.delegatedAdmin,
  },
  AUTHORIZE_API_CLIENT_ACCESS: { class: iamChange, read: readDelegation({ granted: true }), source: settings.domain },
  BLOCK_ON_DEVICE_ACCESS: {
    class: iamChange,
    read: readPolicy({ name: 'On-device access', becomes: 'blocked', direction: 'tightened' }),
    source: settings.security,
  },
  BULK_UPLOAD: { class: iamInfo, source: settings.user },
  BULK_UPLOAD_NOTIFICATION_SENT: { class: iamInfoUser },
  CANCEL_CALENDAR_EVENTS: { class: iamChange },
  CANCEL_USER_INVITE: { class: iamChangeUser },
  CHANGE_ACCOUNT_AUTO_RENEWAL: { class: iamChange },
  CHANGE_ADMIN_RESTRICTIONS_PIN: { class: iamChange },
  CHANGE_ADVERTISEMENT_OPTION: { class: iamChange },
  CHANGE_ALERT_CRITERIA: { class: iamChange },
  CHANGE_ALLOWED_TWO_STEP_VERIFICATION_METHODS: { class: iamConfigurationChange },
  // One event with the old and the new access takes the place of two.
  CHANGE_API_ACCESS: {
    class: iamConfigurationChange,
    read: readPolicy({ name: 'Google service access' }),
    source: settings.security,
    formerly: {
      ALLOW_SERVICE_FOR_OAUTH2_ACCESS: {
        class: iamConfigurationChange,
        read: readPolicy({ name: 'Google service access', becomes: 'unrestricted', direction: 'loosened' }),
        source: settings.security,
      },
      DISALLOW_SERVICE_FOR_OAUTH2_ACCESS: {
        class: iamConfigurationChange,
        read: readPolicy({ name: 'Google service access', becomes: 'restricted', direction: 'tightened' }),
        source: settings.security,
      },
    },
  },
  CHANGE_APPLICATION_SETTING: {
    class: iamConfigurationChange,
    read: readMarketplaceSetting,
    source: settings.application,
  },
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
  CHANGE_APP_ACCESS_SETTINGS_COLLECTION_ID: {
    class: iamConfigurationChange,
    read: readPolicy({ name: 'App access control', setting: 'settings_collection' }),
  },
  CHANGE_CAA_APP_ASSIGNMENTS: { class: iamChange },
  CHANGE_CAA_ERROR_MESSAGE: { class: iamChange },
  CHANGE_CALENDAR_SETTING: { class: iamConfigurationChange },
  CHANGE_CHAT_SETTING: { class: iamConfigurationChange },
  CHANGE_CHROME_OS_ANDROID_APPLICATION_SETTING: { class: iamConfigurationChange },
  CHANGE_CHROME_OS_APPLICATION_SETTING: { class: iamConfigurationChange },
  CHANGE_CHROME_OS_DEVICE_ANNOTATION: { class: iamChange },
  CHANGE_CHROME_OS_DEVICE_SETTING: { class: iamConfigurationChange },
  CHANGE_CHROME_OS_DEVICE_STATE: { class: iamChange },
  CHANGE_CHROME_OS_PUBLIC_SESSION_SETTING: { class: iamConfigurationChange },
  CHANGE_CHROME_OS_SETTING: { class: iamConfigurationChange },
  CHANGE_CHROME_OS_USER_SETTING: { class: iamConfigurationChange },
  CHANGE_CONFLICT_ACCOUNT_ACTION: { class: iamChange },
  CHANGE_CONTACTS_SETTING: { class: iamConfigurationChange },
  CHANGE_CUSTOM_LOGO: { class: iamChange },
  CHANGE_DATA_LOCALIZATION_FOR_RUSSIA: { class: iamChange },
  CHANGE_DATA_LOCALIZATION_SETTING: { class: iamConfigurationChange },
  CHANGE_DATA_PROTECTION_OFFICER_CONTACT_INFO: { class: iamChange },
  CHANGE_DEVICE_STATE: { class: iamChange },
  CHANGE_DOCS_SETTING: { class: iamConfigurationChange },
  CHANGE_DOMAIN_DEFAULT_LOCALE: { class: iamChange },
  CHANGE_DOMAIN_DEFAULT_TIMEZONE: { class: iamChange },
  CHANGE_DOMAIN_NAME: { class: iamChange },
  CHANGE_DOMAIN_SUPPORT_MESSAGE: { class: iamChange },
  CHANGE_EDU_TYPE: { class: iamChange },
  CHANGE_EMAIL_SETTING: { class: iamConfigurationChange, read: readEmailSetting, source: settings.mail },
  CHANGE_EU_REPRESENTATIVE_CONTACT_INFO: { class: iamChange },
  CHANGE_FIRST_NAME: { class: iamChangeUser },
  CHANGE_GMAIL_SETTING: { class: iamConfigurationChange, read: readMailSetting, source: settings.mail },
  CHANGE_GROUP_DESCRIPTION: { class: iamChangeGroup },
  CHANGE_GROUP_NAME: { class: iamChangeGroup },
  CHANGE_GROUP_SETTING: { class: iamChangeGroup },
  CHANGE_LAST_NAME: { class: iamChangeUser },
  CHANGE_LICENSE_AUTO_ASSIGN: { class: iamChange },
  CHANGE_LOGIN_ACTIVITY_TRACE: { class: iamChange },
  CHANGE_LOGIN_BACKGROUND_COLOR: { class: iamChange },
  CHANGE_LOGIN_BORDER_COLOR: { class: iamChange },
  CHANGE_MOBILE_APPLICATION_PERMISSION_GRANT: { class: iamChange },
  CHANGE_MOBILE_APPLICATION_PRIORITY_ORDER: { class: iamChange },
  CHANGE_MOBILE_APPLICATION_SETTINGS: { class: iamConfigurationChange },
  CHANGE_MOBILE_SETTING: { class: iamConfigurationChange },
  CHANGE_MOBILE_WIRELESS_NETWORK: { class: iamChange },
  CHANGE_MOBILE_WIRELESS_NETWORK_PASSWORD: { class: iamChange },
  CHANGE_ORGANIZATION_NAME: { class: iamChange },
  CHANGE_PASSWORD: { class: iamChangeUser, account: reset, source: settings.user },
  CHANGE_PASSWORD_MAX_LENGTH: { class: iamChange },
  CHANGE_PASSWORD_MIN_LENGTH: { class: iamChange },
  CHANGE_PASSWORD_ON_NEXT_LOGIN: { class: iamChangeUser },
  CHANGE_PRIMARY_DOMAIN: { class: iamChange },
  CHANGE_RECOVERY_EMAIL: { class: iamChangeUser },
  CHANGE_RECOVERY_PHONE: { class: iamChangeUser },
  CHANGE_RENEW_DOMAIN_REGISTRATION: { class: iamChange },
  CHANGE_RESELLER_ACCESS: { class: iamChange },
  CHANGE_RULE_CRITERIA: { class: iamChange },
  CHANGE_SESSION_LENGTH: { class: iamConfigurationChange },
  CHANGE_SITES_SETTING: { class: iamConfigurationChange },
  CHANGE_SITES_WEB_ADDRESS_MAPPING_UPDATES: { class: iamConfigurationChange },
  CHANGE_SSO_SETTINGS: { class: iamConfigurationChange },
  CHANGE_TWO_STEP_VERIFICATION_ENROLLMENT_PERIOD_DURATION: { class: iamConfigurationChange },
  CHANGE_TWO_STEP_VERIFICATION_FREQUENCY: { class: iamConfigurationChange },
  CHANGE_TWO_STEP_VERIFICATION_GRACE_PERIOD_DURATION: { class: iamConfigurationChange },
  CHANGE_TWO_STEP_VERIFICATION_START_DATE: { class: iamConfigurationChange },
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
  CHANGE_USER_ADDRESS: { class: iamChangeUser },
  CHANGE_USER_CUSTOM_FIELD: { class: iamChangeUser },
  CHANGE_USER_EXTERNAL_ID: { class: iamChangeUser },
  CHANGE_USER_GENDER: { class: iamChangeUser },
  CHANGE_USER_IM: { class: iamChangeUser },
  CHANGE_USER_KEYWORD: { class: iamChangeUser },
  CHANGE_USER_LANGUAGE: { class: iamChangeUser },
  CHANGE_USER_LOCATION: { class: iamChangeUser },
  CHANGE_USER_ORGANIZATION: { class: iamChangeUser },
  CHANGE_USER_PHONE_NUMBER: { class: iamChangeUser },
  CHANGE_USER_RELATION: { class: iamChangeUser },
  CHANGE_WHITELIST_SETTING: {
    class: iamConfigurationChange,
    read: readPolicy({ name: 'Marketplace apps' }),
    source: settings.domain,
  },
  CHROME_APPLICATION_LICENSE_RESERVATION_CREATED: { class: iamCreation },
  CHROME_APPLICATION_LICENSE_RESERVATION_DELETED: { class: iamDeletion },
  CHROME_APPLICATION_LICENSE_RESERVATION_UPDATED: { class: iamChange },
  CHROME_LICENSES_ALLOWED: { class: iamChange },
  CHROME_LICENSES_ENABLED: { class: iamChange },
  CHROME_LICENSES_REDEEMED: { class: iamChange },
  COMMUNICATION_PREFERENCES_SETTING_CHANGE: { class: iamConfigurationChange },
  COMPANY_DEVICES_BULK_CREATION: { class: iamCreation },
  COMPANY_DEVICE_DELETION: { class: iamDeletion },
  COMPANY_OWNED_DEVICE_BLOCKED: { class: iamChange },
  COMPANY_OWNED_DEVICE_UNBLOCKED: { class: iamChange },
  COMPANY_OWNED_DEVICE_WIPED: { class: iamChange },
  CREATE_ALERT: { class: iamCreation },
  CREATE_APPLICATION_SETTING: {
    class: iamConfigurationChangeCreation,
    read: readMarketplaceSetting,
    source: settings.application,
  },
  CREATE_BUILDING: { class: iamCreation },
  CREATE_CALENDAR_RESOURCE: { class: iamCreation },
  CREATE_CALENDAR_RESOURCE_FEATURE: { class: iamCreation },
  CREATE_DATA_TRANSFER_REQUEST: {
    class: iamCreationUser,
    read: readPolicy({ name: 'Data transfer', setting: 'data_transfer', direction: 'changed' }),
  },
  CREATE_DEVICE_ENROLLMENT_TOKEN: { class: iamCreation },
  CREATE_EMAIL_MONITOR: {
    class: iamCreationUser,
    read: readPolicy({ name: 'Gmail settings', setting: 'email_monitor', direction: 'changed' }),
    source: settings.user,
  },
  CREATE_ENROLLMENT_TOKEN: { class: iamCreation },
  CREATE_GMAIL_SETTING: { class: iamConfigurationChangeCreation, read: readMailSetting, source: settings.mail },
  CREATE_GROUP: { class: iamCreationGroup },
  CREATE_MANAGED_CONFIGURATION: { class: iamCreation, source: settings.application },
  CREATE_ORG_UNIT: { class: iamCreation },
  CREATE_PLAY_FOR_WORK_TOKEN: { class: iamCreation },
  CREATE_ROLE: { class: iamCreation, source: settings.delegatedAdmin },
  CREATE_RULE: { class: iamCreation },
  CREATE_USER: { class: iamCreationUser, account: created, source: settings.user },
  CUSTOMER_TAKEOUT_CREATED: { class: iamInfo },
  CUSTOMER_TAKEOUT_SUCCEEDED: { class: iamInfo },
  DELETE_2SV_SCRATCH_CODES: { class: iamDeletionUser },
  DELETE_ACCOUNT_INFO_DUMP: { class: iamDeletionUser },
  DELETE_ALERT: { class: iamDeletion, read: readPolicy({ name: alertRules, direction: 'loosened' }) },
  DELETE_APPLICATION_SETTING: {
    class: iamConfigurationDeletion,
    read: readMarketplaceSetting,
    source: settings.application,
  },
  DELETE_BUILDING: { class: iamDeletion },
  DELETE_CALENDAR_RESOURCE: { class: iamDeletion },
  DELETE_CALENDAR_RESOURCE_FEATURE: { class: iamDeletion },
  DELETE_CHROME_OS_PRINTER: { class: iamDeletion },
  DELETE_CHROME_OS_PRINT_SERVER: { class: iamDeletion },
  DELETE_EMAIL_MONITOR: { class: iamDeletionUser },
  DELETE_GMAIL_SETTING: { class: iamConfigurationDeletion },
  DELETE_GROUP: { class: iamDeletionGroup },
  DELETE_MAILBOX_DUMP: { class: iamDeletionUser },
  DELETE_MANAGED_CONFIGURATION: { class: iamDeletion, source: settings.application },
  DELETE_PLAY_FOR_WORK_TOKEN: { class: iamDeletion },
  DELETE_ROLE: { class: iamDeletion, source: settings.delegatedAdmin },
  DELETE_RULE: { class: iamDeletion, read: readPolicy({ name: alertRules, direction: 'loosened' }) },
  DELETE_USER: { class: iamDeletionUser, account: deleted, source: settings.user },
  DELETE_WEB_ADDRESS: { class: iamDeletion },
  DOWNGRADE_USER_FROM_GPLUS: { class: iamChangeUser },
  DOWNLOAD_PENDING_INVITES_LIST: { class: iamInfo },
  DOWNLOAD_USERLIST_CSV: { class: iamInfo },
  DRIVE_DATA_RESTORE: { class: iamInfo },
  DROP_FROM_QUARANTINE: { class: iamChange },
  EDIT_ORG_UNIT_DESCRIPTION: { class: iamChange },
  EDIT_ORG_UNIT_NAME: { class: iamChange },
  EMAIL_LOG_SEARCH: { class: iamInfo },
  EMAIL_UNDELETE: { class: iamCreation },
  ENABLE_API_ACCESS: {
    class: iamConfigurationChange,
    read: readPolicy({ name: 'API access', setting: 'api_access' }),
    source: settings.domain,
  },
  ENABLE_FEEDBACK_SOLICITATION: { class: iamConfigurationChange },
  ENABLE_NON_ADMIN_USER_PASSWORD_RECOVERY: { class: iamConfigurationChange },
  ENABLE_SERVICE_OR_FEATURE_NOTIFICATIONS: { class: iamConfigurationChange },
  ENABLE_USER_IP_WHITELIST: { class: iamChangeUser },
  ENFORCE_STRONG_AUTHENTICATION: { class: iamConfigurationChange },
  ENROLL_FOR_GOOGLE_DEVICE_MANAGEMENT: { class: iamInfo },
  FLASHLIGHT_EDU_NON_FEATURED_SERVICES_SELECTED: { class: iamConfigurationChange, source: settings.application },
  GENERATE_2SV_SCRATCH_CODES: { class: iamCreationUser },
  GENERATE_PIN: { class: iamCreation },
  GENERATE_TRANSFER_TOKEN: { class: iamCreation },
  GMAIL_RESET_USER: { class: iamChangeUser },
  GPLUS_PREMIUM_FEATURES: { class: iamConfigurationChange, source: settings.application },
  GRANT_ADMIN_PRIVILEGE: {
    class: iamChangeUser,
    read: readRole({ granted: true, role: superAdmin }),
    source: settings.user,
  },
  GRANT_DELEGATED_ADMIN_PRIVILEGES: { class: iamChangeUser },
  GROUP_LIST_DOWNLOAD: { class: iamGroupInfo },
  GROUP_MEMBERS_DOWNLOAD: { class: iamGroupInfo },
  GROUP_MEMBER_BULK_UPLOAD: { class: iamChangeGroup },
  INSERT_CHROME_OS_PRINTER: { class: iamCreation },
  INSERT_CHROME_OS_PRINT_SERVER: { class: iamCreation },
  ISSUE_DEVICE_COMMAND: { class: iamInfo },
  MAIL_ROUTING_DESTINATION_ADDED: { class: iamChangeUser },
  MAIL_ROUTING_DESTINATION_REMOVED: { class: iamChangeUser },
  MEET_INTEROP_CREATE_GATEWAY: { class: iamCreation },
  MEET_INTEROP_DELETE_GATEWAY: { class: iamDeletion },
  MEET_INTEROP_MODIFY_GATEWAY: { class: iamConfigurationChange },
  MOBILE_ACCOUNT_WIPE: { class: iamChangeUser },
  MOBILE_DEVICE_APPROVE: { class: iamChangeUser },
  MOBILE_DEVICE_BLOCK: { class: iamChangeUser },
  MOBILE_DEVICE_CANCEL_WIPE_THEN_APPROVE: { class: iamChangeUser },
  MOBILE_DEVICE_CANCEL_WIPE_THEN_BLOCK: { class: iamChangeUser },
  MOBILE_DEVICE_DELETE: { class: iamDeletionUser },
  MOBILE_DEVICE_WIPE: { class: iamChangeUser },
  MOVE_DEVICE_TO_ORG_UNIT_DETAILED: { class: iamChange },
  MOVE_ORG_UNIT: { class: iamChange },
  MOVE_USER_TO_ORG_UNIT: { class: iamChangeUser },
  MX_RECORD_VERIFICATION_CLAIM: { class: iamInfo },
  ORG_ALL_USERS_LICENSE_ASSIGNMENT: { class: iamChange },
  ORG_LICENSE_REVOKE: { class: iamChange },
  ORG_USERS_LICENSE_ASSIGNMENT: { class: iamChange },
  PLAY_FOR_WORK_ENROLL: { class: iamChange },
  PLAY_FOR_WORK_UNENROLL: { class: iamChange },
  REGENERATE_OAUTH_CONSUMER_SECRET: { class: iamCreation, read: readConsumerKey('secret'), source: settings.domain },
  REJECT_FROM_QUARANTINE: { class: iamChange },
  RELEASE_CALENDAR_RESOURCES: { class: iamChange },
  RELEASE_FROM_QUARANTINE: { class: iamChange },
  REMOVE_API_CLIENT_ACCESS: { class: iamChange, read: readDelegation({ granted: false }), source: settings.domain },
  REMOVE_APPLICATION: { class: iamChange, read: readInstall({ installed: false }), source: settings.domain },
  REMOVE_APPLICATION_FROM_WHITELIST: {
    class: iamChange,
    read: readTrust({ name: 'Marketplace apps', level: 'allow_listed', added: false, direction: 'tightened' }),
    source: settings.domain,
  },
  REMOVE_CHROME_OS_APPLICATION_SETTINGS: { class: iamDeletion },
  REMOVE_DOMAIN_ALIAS: { class: iamChange },
  REMOVE_FROM_CAA_EXEMPT_OAUTH2_APPS: listed(iamChange, 'caa_exempt', 'removed', 'tightened'),
  REMOVE_GROUP_MEMBER: { class: iamChangeGroup },
  REMOVE_MOBILE_APPLICATION_FROM_WHITELIST: { class: iamChange },
  REMOVE_MOBILE_CERTIFICATE: { class: iamChange },
  REMOVE_MOBILE_WIRELESS_NETWORK: { class: iamChange },
  REMOVE_NICKNAME: { class: iamChangeUser },
  REMOVE_ORG_UNIT: { class: iamDeletion },
  REMOVE_PRIVILEGE: { class: iamChange, source: settings.delegatedAdmin },
  REMOVE_RECOVERY_EMAIL: { class: iamChangeUser },
  REMOVE_RECOVERY_PHONE: { class: iamChangeUser },
  REMOVE_SECONDARY_DOMAIN: { class: iamChange },
  REMOVE_TRUSTED_DOMAINS: { class: iamChange },
  RENAME_ALERT: { class: iamChange },
  RENAME_CALENDAR_RESOURCE: { class: iamChange },
  RENAME_ROLE: { class: iamChange, source: settings.delegatedAdmin },
  RENAME_RULE: { class: iamChange },
  RENAME_USER: { class: iamChangeUser },
  REORDER_GROUP_BASED_POLICIES_EVENT: { class: iamChangeGroup, source: settings.application },
  REQUEST_ACCOUNT_INFO: { class: iamInfoUser },
  REQUEST_MAILBOX_DUMP: { class: iamInfoUser },
  RESEND_USER_INVITE: { class: iamInfoUser },
  RESET_SIGNIN_COOKIES: { class: iamChangeUser, account: sessionsRevoked, source: settings.user },
  REVOKE_3LO_DEVICE_TOKENS: { class: iamChangeUser, read: readToken, source: settings.user },
  REVOKE_3LO_TOKEN: { class: iamChangeUser, read: readToken, source: settings.user },
  REVOKE_ADMIN_PRIVILEGE: {
    class: iamChangeUser,
    read: readRole({ granted: false, role: superAdmin }),
    source: settings.user,
  },
  REVOKE_ASP: { class: iamChangeUser, read: readAppPassword, source: settings.user },
  REVOKE_DEVICE_ENROLLMENT_TOKEN: { class: iamChange },
  REVOKE_ENROLLMENT_TOKEN: { class: iamChange },
  REVOKE_SECURITY_KEY: { class: iamChangeUser },
  RULE_ACTIONS_CHANGED: { class: iamChange },
  RULE_STATUS_CHANGED: { class: iamChange, read: readAlertRule },
  SECURITY_KEY_REGISTERED_FOR_USER: { class: iamChangeUser },
  SEND_CHROME_OS_DEVICE_COMMAND: { class: iamChange },
  SESSION_CONTROL_SETTINGS_CHANGE: { class: iamConfigurationChange },
  SKIP_DOMAIN_ALIAS_MX: { class: iamInfo },
  SKIP_SECONDARY_DOMAIN_MX: { class: iamInfo },
  SUSPEND_USER: { class: iamChangeUser, account: suspended, source: settings.user },
  SYSTEM_DEFINED_RULE_UPDATED: { class: iamConfigurationChange, read: readAlertRule },
  TOGGLE_ALLOW_ADMIN_PASSWORD_RESET: { class: iamConfigurationChange },
  TOGGLE_AUTOMATIC_CONTACT_SHARING: { class: iamChangeUser },
  TOGGLE_AUTO_ADD_NEW_SERVICE: { class: iamChange },
  TOGGLE_CAA_ENABLEMENT: { class: iamChange },
  TOGGLE_CONTACT_SHARING: { class: iamConfigurationChange },
  TOGGLE_ENABLE_OAUTH_CONSUMER_KEY: {
    class: iamConfigurationChange,
    read: readPolicy({ name: 'API access', setting: 'oauth_consumer_key' }),
    source: settings.domain,
  },
  TOGGLE_ENABLE_PRE_RELEASE_FEATURES: { class: iamChange },
  TOGGLE_OAUTH_ACCESS_TO_ALL_APIS: {
    class: iamConfigurationChange,
    read: readPolicy({ name: 'API access', setting: 'oauth_access_to_all_apis' }),
    source: settings.domain,
  },
  TOGGLE_OPEN_ID_ENABLED: { class: iamConfigurationChange },
  TOGGLE_OUTBOUND_RELAY: { class: iamConfigurationChange },
  TOGGLE_SERVICE_ENABLED: { class: iamChange },
  TOGGLE_SSL: { class: iamConfigurationChange },
  TOGGLE_SSO_ENABLED: { class: iamConfigurationChange },
  TOGGLE_USE_CUSTOM_LOGO: { class: iamConfigurationChange },
  TOGGLE_USE_NEXT_GEN_CONTROL_PANEL: { class: iamConfigurationChange },
  TRANSFER_DOCUMENT_OWNERSHIP: { class: iamChange },
  TRUST_DOMAIN_OWNED_OAUTH2_APPS: accessControl(iamChange, {
    setting: 'domain_owned_apps',
    becomes: 'trusted',
    direction: 'loosened',
  }),
  TURN_OFF_2_STEP_VERIFICATION: { class: iamChangeUser },
  UNARCHIVE_USER: { class: iamChangeUser, account: active, source: settings.user },
  UNASSIGN_CUSTOM_LOGO: { class: iamChange },
  UNASSIGN_ROLE: {
    class: iamChange,
    read: readRole({ granted: false }),
    account: roleRevoked,
    source: settings.delegatedAdmin,
  },
  UNBLOCK_ON_DEVICE_ACCESS: {
    class: iamChange,
    read: readPolicy({ name: 'On-device access', becomes: 'allowed', direction: 'loosened' }),
    source: settings.security,
  },
  UNBLOCK_USER_SESSION: { class: iamChangeUser },
  UNDELETE_USER: { class: iamCreationUser, account: active, source: settings.user },
  UNENROLL_USER_FROM_STRONG_AUTH: { class: iamChangeUser },
  UNENROLL_USER_FROM_TITANIUM: { class: iamChangeUser },
  UNSUSPEND_USER: { class: iamChangeUser, account: active, source: settings.user },
  UNTRUST_DOMAIN_OWNED_OAUTH2_APPS: accessControl(iamChange, {
    setting: 'domain_owned_apps',
    becomes: 'untrusted',
    direction: 'tightened',
  }),
  UPDATE_BIRTHDATE: { class: iamChangeUser },
  UPDATE_BUILDING: { class: iamChange },
  UPDATE_CALENDAR_RESOURCE: { class: iamChange },
  UPDATE_CALENDAR_RESOURCE_FEATURE: { class: iamConfigurationChange },
  UPDATE_CHROME_OS_PRINTER: { class: iamChange },
  UPDATE_CHROME_OS_PRINT_SERVER: { class: iamChange },
  UPDATE_DEVICE: { class: iamChange },
  UPDATE_DOMAIN_PRIMARY_ADMIN_EMAIL: { class: iamChange },
  UPDATE_DOMAIN_SECONDARY_EMAIL: { class: iamChange },
  UPDATE_DYNAMIC_LICENSE: { class: iamChange },
  UPDATE_ERROR_MSG_FOR_RESTRICTED_OAUTH2_APPS: accessControl(iamConfigurationChange, {
    setting: 'error_message',
    direction: 'changed',
  }),
  UPDATE_GROUP_MEMBER: { class: iamChangeGroup },
  UPDATE_GROUP_MEMBER_DELIVERY_SETTINGS: { class: iamChangeGroup },
  UPDATE_GROUP_MEMBER_DELIVERY_SETTINGS_CAN_EMAIL_OVERRIDE: { class: iamChangeGroup },
  UPDATE_MANAGED_CONFIGURATION: { class: iamConfigurationChange, source: settings.application },
  UPDATE_ROLE: { class: iamChange, source: settings.delegatedAdmin },
  UPDATE_RULE: { class: iamChange },
  UPGRADE_USER_TO_GPLUS: { class: iamChangeUser },
  UPLOAD_OAUTH_CERTIFICATE: { class: iamInfo, read: readConsumerKey('certificate'), source: settings.domain },
  USERS_BULK_UPLOAD: { class: iamInfo },
  USERS_BULK_UPLOAD_NOTIFICATION_SENT: { class: iamInfoUser },
  USER_ENROLLED_IN_TWO_STEP_VERIFICATION: { class: iamChangeUser },
  USER_INVITE: { class: iamInfoUser },
  USER_LICENSE_ASSIGNMENT: { class: iamChange },
  USER_LICENSE_REASSIGNMENT: { class: iamChange },
  USER_LICENSE_REVOKE: { class: iamChange },
  USER_PUT_IN_TWO_STEP_VERIFICATION_GRACE_PERIOD: { class: iamChangeUser },
  USE_GOOGLE_MOBILE_MANAGEMENT: { class: iamInfo },
  USE_GOOGLE_MOBILE_MANAGEMENT_FOR_IOS: { class: iamInfo },
  USE_GOOGLE_MOBILE_MANAGEMENT_FOR_NON_IOS: { class: iamInfo },
  VERIFY_DOMAIN_ALIAS: { class: iamInfo },
  VERIFY_DOMAIN_ALIAS_MX: { class: iamInfo },
  VERIFY_SECONDARY_DOMAIN: { class: iamInfo },
  VERIFY_SECONDARY_DOMAIN_MX: { class: iamInfo },
  VIEW_DNS_LOGIN_DETAILS: { class: iamInfo },
  VIEW_SITE_DETAILS: { class: iamInfo },
  VIEW_TEMP_PASSWORD: { class: iamInfoUser },
  WEAK_PROGRAMMATIC_LOGIN_SETTINGS_CHANGED: {
    class: iamConfigurationChange,
    read: readPolicy({ name: 'API access', setting: 'less_secure_apps' }),
    source: settings.security,
  },
  WHITELISTED_GROUPS_UPDATED: { class: iamChangeGroup },
}

/** The operations of the admin activity under all of their names. */
export const adminOperations = withFormerNames(adminRows)

export const loginOperations: Rows = {
  '2sv_disable': { class: iamInfoUserChange },
  '2sv_enroll': { class: iamInfoUserChange },
  account_disabled_generic: { class: iamUserChange, account: suspended },
  account_disabled_hijacked: { class: iamUserChange, account: suspended },
  account_disabled_password_leak: { class: iamUserInfo, account: suspended },
  account_disabled_spamming: { class: iamUserChange, account: suspended },
  account_disabled_spamming_through_relay: { class: iamUserChange, account: suspended },
  blocked_sender: { class: configurationInfo },
  email_forwarding_out_of_domain: { class: configurationInfo },
  gov_attack_warning: { class: iamUser, kind: 'alert' },
  login_challenge: { class: authenticationInfo },
  login_failure: { class: authenticationSessionStart, outcome: 'failure' },
  login_success: { class: authenticationSessionStart, outcome: 'success', account: signedIn },
  login_verification: { class: authenticationInfo },
  logout: { class: authenticationSessionEnd },
  passkey_enrolled: { class: iamUserChange },
  passkey_removed: { class: iamUserChange },
  password_edit: { class: configurationChange },
  recovery_email_edit: { class: configurationChange },
  recovery_phone_edit: { class: configurationChange },
  recovery_secret_qa_edit: { class: configurationChange },
  risky_sensitive_action_allowed: { class: configurationInfo },
  risky_sensitive_action_blocked: { class: configurationInfo, outcome: 'failure' },
  suspicious_login: { class: authenticationInfo },
  suspicious_login_less_secure_app: { class: authenticationInfo },
  suspicious_programmatic_login: { class: authenticationInfo },
  titanium_enroll: { class: iamInfoUserChange },
  titanium_unenroll: { class: iamInfoUserChange },
  user_signed_out_due_to_suspicious_session_cookie: { class: authenticationEnd },
}

export const userAccountOperations: Rows = {
  '2sv_disable': { class: iamChangeUser },
  '2sv_enroll': { class: iamChangeUser },
  email_forwarding_out_of_domain: { class: iamChangeUser },
  passkey_enrolled: { class: iamChangeUser },
  passkey_removed: { class: iamChangeUser },
  password_edit: { class: iamChangeUser, account: reset },
  recovery_email_edit: { class: iamChangeUser },
  recovery_phone_edit: { class: iamChangeUser },
  recovery_secret_qa_edit: { class: iamChangeUser },
  titanium_enroll: { class: iamChangeUser },
  titanium_unenroll: { class: iamChangeUser },
}

export const operationTables: readonly OperationTable[] = [
  { title: 'Google Workspace: admin', source: `${pages}/admin-event-names`, rows: adminRows },
  { title: 'Google Workspace: login', source: `${pages}/login`, rows: loginOperations },
  { title: 'Google Workspace: user accounts', source: `${pages}/user-accounts`, rows: userAccountOperations },
]

export function eventClasses(rows: Rows): EventClass[] {
  return Object.entries(rows).map(([name, { class: verdict, outcome, kind }]) => ({
    ...verdict,
    ...(outcome !== undefined && { outcome }),
    ...(kind !== undefined && { kind }),
    names: [name],
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
  ['google_workspace.group_enterprise', new Map([['add_member', joined]])],
  ['google_workspace.groups', new Map([['add_user', joined]])],
  [
    'google_workspace.drive',
    new Map(['shared_drive_membership_change', 'change_user_access'].map((name) => [name, joined])),
  ],
])
