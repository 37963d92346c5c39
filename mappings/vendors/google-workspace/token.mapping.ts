import { activityMapping } from './activity.ts'
import { sameName } from './activity-parameter.ts'

export default activityMapping({
  application: 'token',
  stream: 'token',
  envelope: 'extended',
  events: [
    { category: ['iam'], type: ['info', 'user', 'creation'], names: 'authorize' },
    { category: ['iam'], type: ['info', 'user', 'deletion'], names: 'revoke' },
    { category: ['iam'], type: ['info'], outcome: 'failure', names: 'deny' },
    { category: ['iam'], type: ['info'], names: 'request activity' },
  ],
  otherwise: { category: ['iam'], type: ['info'] },
  parameters: {
    ...sameName('api_name app_name app_request_info method_name rejection_type requester_email'),
    client_id: 'client.id',
    client_type: 'client.type',
    num_response_bytes: { to: 'num_response_bytes', type: 'long' },
    product_bucket: { to: 'product_bucket', type: 'keyword', list: true },
    scope: { to: 'scope.value', type: 'keyword', list: true },
    // Flattened, so that a wildcard over all of it (`scope.data: *OAuthLogin`) still finds something.
    scope_data: { to: 'scope.data', type: 'flattened' },
  },
  derive: ['googleTokenActs'],
})
