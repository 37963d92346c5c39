// Events of the login activity: name → event.category and event.type. What is not here is authentication, info.
import type { EventClass } from './activity-table.ts'

export const loginEvents: readonly EventClass[] = [
  { category: ['authentication', 'session'], type: ['start'], outcome: 'success', names: ['login_success'] },
  { category: ['authentication', 'session'], type: ['start'], outcome: 'failure', names: ['login_failure'] },
  { category: ['authentication', 'session'], type: ['end'], names: ['logout'] },
  {
    category: ['authentication'],
    type: ['info'],
    names: [
      'login_challenge',
      'login_verification',
      'suspicious_login',
      'suspicious_login_less_secure_app',
      'suspicious_programmatic_login',
    ],
  },
  { category: ['authentication'], type: ['end'], names: ['user_signed_out_due_to_suspicious_session_cookie'] },
  { category: ['iam'], type: ['user', 'info'], names: ['account_disabled_password_leak'] },
  {
    category: ['iam'],
    type: ['user', 'change'],
    names: [
      'account_disabled_generic',
      'account_disabled_spamming',
      'account_disabled_spamming_through_relay',
      'account_disabled_hijacked',
      'passkey_enrolled',
      'passkey_removed',
    ],
  },
  { category: ['iam'], type: ['user'], kind: 'alert', names: ['gov_attack_warning'] },
  {
    category: ['iam'],
    type: ['info', 'user', 'change'],
    names: ['2sv_enroll', '2sv_disable', 'titanium_enroll', 'titanium_unenroll'],
  },
  {
    category: ['configuration'],
    type: ['change'],
    names: ['password_edit', 'recovery_email_edit', 'recovery_phone_edit', 'recovery_secret_qa_edit'],
  },
  {
    category: ['configuration'],
    type: ['info'],
    names: ['blocked_sender', 'email_forwarding_out_of_domain', 'risky_sensitive_action_allowed'],
  },
  { category: ['configuration'], type: ['info'], outcome: 'failure', names: ['risky_sensitive_action_blocked'] },
]
