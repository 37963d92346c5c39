// Chrome browsers and ChromeOS devices. Google writes the names in capitals; the table has them in lower case.
import { words } from '../../fields/field.ts'
import { activityMapping } from './activity.ts'
import { sameName } from './activity-parameter.ts'

export default activityMapping({
  application: 'chrome',
  stream: 'chrome',
  title: 'Google Chrome Logs',
  envelope: 'chrome',
  product: 'Chrome',
  events: [
    { category: ['iam'], type: ['creation'], names: 'chrome_os_add_user' },
    { category: ['iam'], type: ['deletion'], names: 'chrome_os_remove_user' },
    {
      category: ['authentication'],
      type: ['start'],
      names: 'chrome_os_login* chromeos_affiliated_login chromeos_unaffiliated_login login_event',
    },
    { category: ['authentication'], type: ['start'], outcome: 'failure', names: 'chrome_os_login_failure*' },
    { category: ['authentication'], type: ['end'], names: 'chrome_os_logout*' },
    { category: ['configuration'], type: ['change'], names: 'device_boot_state_change' },
    { category: ['configuration'], type: ['info'], names: 'extension_request' },
    { category: ['package'], type: ['installation', 'info'], names: 'browser_extension_install' },
    { category: ['malware'], type: ['info'], kind: 'alert', names: 'malware_transfer' },
    { category: ['authentication'], type: ['info'], kind: 'alert', names: 'password_breach' },
    { category: ['authentication'], type: ['info'], names: 'password_changed password_reuse' },
    { category: ['file'], type: ['info'], kind: 'alert', names: 'sensitive_data_transfer' },
    { category: ['file'], type: ['info'], names: 'content_transfer content_unscanned' },
    { category: ['web'], type: ['info'], kind: 'alert', names: 'unsafe_site_visit' },
    { category: ['web'], type: ['info'], names: 'url_filtering' },
    { category: ['host'], type: ['info'], names: 'browser_crash browser_crash_event chrome_os_reporting_data_lost' },
  ],
  otherwise: { category: ['host'], type: ['info'] },
  refinedBy: {
    event_result: [
      {
        values: words(`
          allowed bypassed detected reported event_result_allowed event_result_bypassed event_result_detected
          event_result_reported
        `),
        outcome: 'success',
      },
      { values: ['blocked', 'event_result_blocked'], outcome: 'failure' },
      { values: ['warned', 'event_result_warned'], outcome: 'unknown' },
    ],
  },
  parameters: {
    ...sameName(`
      app_id app_name browser_version chrome_org_unit_id client_type content_type directory_device_id
      event_result extension_action extension_source extension_version federated_origin login_failure_reason
      new_boot_mode org_unit_name previous_boot_mode remove_user_reason scan_id tab_url trigger_destination
      trigger_source trigger_type triggered_rule_name url_category virtual_device_id
    `),
    content_hash: { to: 'content_hash', ecs: 'event.hash', is: 'hash' },
    content_name: { to: 'content_name', is: 'file' },
    content_size: { to: 'content_size', type: 'long', ecs: 'file.size' },
    device_id: { to: 'device_id', ecs: 'device.id' },
    device_name: { to: 'device_name', ecs: 'device.model.name' },
    device_platform: { to: 'device_platform', ecs: 'host.os.full' },
    device_user: { to: 'device_user', is: ['user', 'related'] },
    event_reason: { to: 'event_reason', ecs: 'event.reason' },
    evidence_locker_filepath: { to: 'evidence_locker_filepath', ecs: 'file.path' },
    is_federated: { to: 'is_federated', type: 'boolean' },
    login_user_name: { to: 'login_user_name', is: 'related' },
    profile_user_name: { to: 'profile_user_name', is: 'related' },
    timestamp: { to: 'timestamp', type: 'date' },
    trigger_user: { to: 'trigger_user', is: 'related' },
    url: { to: 'url', is: 'url' },
    user_agent: { to: 'user_agent', ecs: 'user_agent.original' },
    user_justification: { to: 'user_justification', ecs: 'message' },
  },
  derive: ['googleChromeActs'],
})
