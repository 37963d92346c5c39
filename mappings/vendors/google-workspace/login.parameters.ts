// Parameters of the login activity: raw name → place below google_workspace.login (the prefix `login_` is dropped).
import { type ParameterTable, sameName } from './activity-parameter.ts'

/** The parameters of the events that users cause in their own accounts, in the login log and in the user accounts log. */
export const ownAccountParameters = {
  email_forwarding_destination_address: {
    to: 'email_forwarding_destination_address',
    ecs: 'email.to.address',
    is: 'related',
  },
} as const satisfies ParameterTable

export const loginParameters = {
  ...ownAccountParameters,
  ...sameName('dvc_id sensitive_action_name'),
  affected_email_address: { to: 'affected_email_address', is: 'target' },
  is_second_factor: { to: 'is_second_factor', type: 'boolean' },
  is_suspicious: { to: 'is_suspicious', type: 'boolean' },
  login_challenge_method: { to: 'challenge_method', type: 'keyword', list: true },
  login_challenge_status: 'challenge_status',
  login_failure_type: { to: 'failure_type', ecs: 'event.reason' },
  login_timestamp: { to: 'timestamp', type: 'long', ecs: 'event.start' },
  login_type: 'type',
} as const satisfies ParameterTable
