import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'mobile',
  stream: 'device',
  envelope: 'extended',
  events: [
    { category: ['iam'], type: ['info', 'change'], names: 'DEVICE_REGISTER_UNREGISTER_EVENT' },
    {
      category: ['host'],
      type: ['change'],
      names: `
        ADVANCED_POLICY_SYNC_EVENT APPLICATION_EVENT APPLICATION_REPORT_EVENT DEVICE_ACTION_EVENT
        DEVICE_OWNERSHIP_CHANGE_EVENT DEVICE_SETTINGS_UPDATED_EVENT OS_UPDATED_EVENT
      `,
    },
    {
      category: ['host'],
      type: ['info'],
      names: `
        ANDROID_WORK_PROFILE_SUPPORT_ENABLED_EVENT DEVICE_COMPLIANCE_CHANGED_EVENT DEVICE_COMPROMISED_EVENT
        DEVICE_SYNC_EVENT FAILED_PASSWORD_ATTEMPTS_EVENT RISK_SIGNAL_UPDATED_EVENT SUSPICIOUS_ACTIVITY_EVENT
      `,
    },
  ],
  otherwise: { category: ['host'], type: ['info'] },
  refinedBy: {
    account_state: [
      { of: 'DEVICE_REGISTER_UNREGISTER_EVENT', values: ['registered'], category: ['iam'], type: ['creation'] },
      { of: 'DEVICE_REGISTER_UNREGISTER_EVENT', values: ['unregistered'], category: ['iam'], type: ['deletion'] },
    ],
  },
  parameters: {
    ACCOUNT_STATE: 'account_state',
    ACTION_EXECUTION_STATUS: 'action.execution_status',
    ACTION_ID: 'action.id',
    ACTION_TYPE: 'action.type',
    APK_SHA256_HASH: { to: 'apk_sha256_hash', is: 'hash' },
    APPLICATION_ID: 'application.id',
    APPLICATION_MESSAGE: 'application.message',
    APPLICATION_REPORT_KEY: 'application.report.key',
    APPLICATION_REPORT_SEVERITY: 'application.report.severity',
    APPLICATION_REPORT_TIMESTAMP: { to: 'application.report.timestamp', type: 'date' },
    APPLICATION_STATE: 'application.state',
    BASIC_INTEGRITY: 'basic_integrity',
    CTS_PROFILE_MATCH: 'cts_profile_match',
    DEVICE_COMPLIANCE: 'compliance',
    DEVICE_COMPROMISED_STATE: 'compromised_state',
    DEVICE_DEACTIVATION_REASON: 'deactivation_reason',
    DEVICE_ID: { to: 'id', ecs: 'device.id' },
    DEVICE_MODEL: { to: 'model', ecs: 'device.model.name' },
    DEVICE_OWNERSHIP: 'ownership',
    DEVICE_PROPERTY: 'property',
    DEVICE_SETTING: 'setting',
    DEVICE_STATUS_ON_APPLE_PORTAL: 'status_on_apple_portal',
    DEVICE_TYPE: 'type',
    FAILED_PASSWD_ATTEMPTS: { to: 'failed_passwd_attempts', type: 'long' },
    IOS_VENDOR_ID: 'ios_vendor_id',
    NEW_DEVICE_ID: 'new_device_id',
    NEW_VALUE: 'new_value',
    OLD_VALUE: 'old_value',
    OS_EDITION: 'os.edition',
    OS_PROPERTY: 'os.property',
    OS_VERSION: { ecs: 'host.os.version' },
    PHA_CATEGORY: 'pha_category',
    POLICY_NAME: 'policy.name',
    POLICY_SYNC_RESULT: 'policy.sync.result',
    POLICY_SYNC_TYPE: 'policy.sync.type',
    REGISTER_PRIVILEGE: 'register_privilege',
    RESOURCE_ID: 'resource.id',
    RISK_SIGNAL: 'risk_signal',
    SECURITY_EVENT_ID: { to: 'security.event_id', type: 'long' },
    SECURITY_PATCH_LEVEL: 'security.patch_level',
    SERIAL_NUMBER: 'serial_number',
    // Elastic appends this address to `user.email`. Here, `user.email` is the actor, and the device user the target.
    USER_EMAIL: { to: 'user_email', is: ['target', 'user'] },
    VALUE: 'value',
    WINDOWS_SYNCML_POLICY_STATUS_CODE: 'windows_syncml_policy_status_code',
  },
})
