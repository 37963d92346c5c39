// Parameters of the OAuth token activity: raw name → place below google_workspace.token.
import type { ParameterTable } from './parameters.ts'

export const tokenParameters = {
  api_name: 'api_name',
  app_name: 'app_name',
  app_request_info: 'app_request_info',
  client_id: 'client.id',
  client_type: 'client.type',
  method_name: 'method_name',
  num_response_bytes: { to: 'num_response_bytes', type: 'long' },
  product_bucket: { to: 'product_bucket', type: 'keyword', list: true },
  rejection_type: 'rejection_type',
  requester_email: 'requester_email',
  scope: { to: 'scope.value', type: 'keyword', list: true },
  // Flattened, so that a wildcard over all of it (`scope.data: *OAuthLogin`) still finds something.
  scope_data: { to: 'scope.data', type: 'flattened' },
} as const satisfies ParameterTable
