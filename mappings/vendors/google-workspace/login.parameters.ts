// Parameters of the login activity: raw name → place below google_workspace.login (the prefix `login_` is dropped).
import type { ParameterTable } from './activity-parameter.ts'

export const loginParameters = {
  affected_email_address: { to: 'affected_email_address', is: 'target' },
  dvc_id: 'dvc_id',
  email_forwarding_destination_address: 'email_forwarding_destination_address',
  is_second_factor: { to: 'is_second_factor', type: 'boolean' },
  is_suspicious: { to: 'is_suspicious', type: 'boolean' },
  login_challenge_method: { to: 'challenge_method', type: 'keyword', list: true },
  login_challenge_status: 'challenge_status',
  login_failure_type: { to: 'failure_type', ecs: 'event.reason' },
  login_timestamp: { to: 'timestamp', type: 'long', ecs: 'event.start' },
  login_type: 'type',
  sensitive_action_name: 'sensitive_action_name',
} as const satisfies ParameterTable
