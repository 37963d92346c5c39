// Looker Studio, with its former name, which the API still uses.
import { activityMapping } from './activity.ts'
import { sameName } from './activity-parameter.ts'

export default activityMapping({
  application: 'data_studio',
  stream: 'data_studio',
  envelope: 'newer',
  shortNames: true,
  product: 'Looker Studio',
  events: [
    { category: ['iam'], type: ['change'], names: 'change_user_access*' },
    { category: ['configuration'], type: ['creation'], names: 'create*' },
    { category: ['configuration'], type: ['deletion'], names: 'delete* stop_report_email_delivery trash' },
    { category: ['configuration'], type: ['change'], names: 'change* edit* parent_workspace_change update*' },
    { category: ['configuration'], type: ['access'], names: 'view' },
    {
      category: ['configuration'],
      type: ['info'],
      names: 'add_report_email_delivery data_export download_report restore schedule_report_email_delivery',
    },
  ],
  otherwise: { category: ['configuration'], type: ['info'] },
  parameters: {
    ...sameName(`
      asset_id asset_name asset_type connector_type data_export_type distribution_content_id
      distribution_content_name distribution_content_type embedded_in_report_id parent_workspace_id prior_visibility
      priority visibility visibility_change
    `),
    current_value: { to: 'current_value', list: true },
    distribution_content_owner_email: { to: 'distribution_content_owner_email', is: 'related' },
    // Google uses two names for each value.
    new_value: { to: 'current_value', list: true },
    old_value: { to: 'previous_value', list: true },
    owner_email: { to: 'owner_email', is: 'related' },
    previous_value: { to: 'previous_value', list: true },
    target_domain: { to: 'target_domain', is: 'target_domain' },
    target_user_email: { to: 'target_user_email', is: 'target' },
  },
})
