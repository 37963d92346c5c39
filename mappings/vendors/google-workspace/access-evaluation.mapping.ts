// Decisions about tokens: the application, the account and the setting. `allow_token_impersonation` means that a
// service account acts as a user, with domain-wide delegation.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'access_evaluation',
  stream: 'access_evaluation',
  own: true,
  envelope: 'extended',
  events: [
    { category: ['authentication'], type: ['info'], outcome: 'success', names: 'allow_*' },
    { category: ['authentication'], type: ['info'], outcome: 'failure', names: 'block_* deny_*' },
  ],
  otherwise: { category: ['authentication'], type: ['info'] },
  parameters: {
    app_name: 'app_name',
    client_id: 'client.id',
    client_type: 'client.type',
    configuration_source: 'configuration_source',
    device_id: { to: 'device_id', ecs: 'device.id' },
    rejection_type: { to: 'rejection_type', ecs: 'event.reason' },
    scope_data: { to: 'scope.data', type: 'flattened' },
    scopes_requested: { to: 'scopes_requested', list: true, split: true },
    service_account: { to: 'service_account', is: 'related' },
  },
  derive: ['googleAccessEvaluationActs'],
})
