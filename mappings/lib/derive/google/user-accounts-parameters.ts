// Parameters of the user_accounts activity: raw name → place below google_workspace.user_accounts.
import type { ParameterTable } from './parameters.ts'

export const userAccountsParameters = {
  email_forwarding_destination_address: 'email_forwarding_destination_address',
} as const satisfies ParameterTable
