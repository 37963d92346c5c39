// Rules of the security center and of data loss prevention.
import { activityMapping } from './activity.ts'
import { sameName } from './activity-parameter.ts'

export default activityMapping({
  application: 'rules',
  stream: 'rules',
  envelope: 'extended',
  events: [
    {
      category: ['configuration'],
      type: ['info'],
      names: `
        access_blocked action_complete content_matched content_unmatched label_applied label_field_value_changed
        label_removed rule_match rule_trigger sharing_blocked
      `,
    },
  ],
  otherwise: { category: ['configuration'], type: ['info'] },
  refinedBy: { has_alert: [{ values: ['true'], kind: 'alert' }] },
  parameters: {
    ...sameName(`
      access_level application conference_id data_source mobile_device_type mobile_ios_vendor_id scan_type
      severity
    `),
    actions: { to: 'actions', list: true },
    actor_ip_address: { to: 'actor_ip_address', type: 'ip', is: 'address' },
    device_id: { to: 'device.id', ecs: 'device.id' },
    device_type: 'device.type',
    evaluation_context: { to: 'evaluation_context', type: 'flattened' },
    has_alert: { to: 'has_alert', type: 'boolean' },
    has_content_match: { to: 'has_content_match', type: 'boolean' },
    matched_detectors: { to: 'matched.detectors', type: 'flattened' },
    matched_templates: { to: 'matched.templates', list: true },
    matched_threshold: 'matched.threshold',
    matched_trigger: 'matched.trigger',
    resource_id: 'resource.id',
    resource_name: 'resource.name',
    resource_owner_email: { to: 'resource.owner_email', is: 'target' },
    resource_recipients: { to: 'resource.recipients', list: true, is: 'recipient' },
    resource_recipients_omitted_count: { to: 'resource.recipients_omitted_count', type: 'long' },
    resource_title: 'resource.title',
    resource_type: 'resource.type',
    rule_id: { ecs: 'rule.id' },
    rule_name: { ecs: 'rule.name' },
    rule_resource_name: 'resource.name',
    rule_type: 'type',
    rule_update_time_usec: { to: 'update_time_usec', type: 'date' },
    space_id: 'space.id',
    space_type: 'space.type',
    suppressed_actions: { to: 'suppressed_actions', type: 'flattened' },
    triggered_actions: { to: 'triggered_actions', type: 'flattened' },
  },
})
