// Actions of Google's own staff on the organization's data.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'access_transparency',
  stream: 'access_transparency',
  envelope: 'extended',
  events: [{ category: ['file'], type: ['access'], names: 'ACCESS' }],
  otherwise: { category: ['file'], type: ['access'] },
  parameters: {
    ACCESS_APPROVAL_ALERT_CENTER_IDS: { to: 'access_approval.alert_center_ids', list: true },
    ACCESS_APPROVAL_REQUEST_IDS: { to: 'access_approval.request_ids', list: true },
    ACCESS_MANAGEMENT_POLICY: 'access_management.policy',
    ACTOR_HOME_OFFICE: 'actor_home_office',
    GSUITE_PRODUCT_NAME: 'gsuite_product_name',
    JUSTIFICATIONS: { to: 'justifications', list: true },
    LOG_ID: 'log_id',
    ON_BEHALF_OF: { to: 'on_behalf_of', list: true },
    OWNER_EMAIL: { to: 'owner_email', is: 'target' },
    RESOURCE_NAME: 'resource_name',
    TICKETS: { to: 'tickets', list: true },
  },
})
