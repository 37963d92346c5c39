import { activityMapping } from './activity.ts'
import { sameName } from './activity-parameter.ts'

export default activityMapping({
  application: 'saml',
  stream: 'saml',
  envelope: 'original',
  events: [
    { category: ['authentication', 'session'], type: ['start'], outcome: 'success', names: 'login_success' },
    { category: ['authentication', 'session'], type: ['start'], outcome: 'failure', names: 'login_failure' },
  ],
  otherwise: { category: ['authentication', 'session'], type: ['start'] },
  parameters: {
    ...sameName('application_name device_id initiated_by orgunit_path'),
    failure_type: { to: 'failure_type', ecs: 'event.reason' },
    saml_second_level_status_code: 'second_level_status_code',
    saml_status_code: 'status_code',
  },
  prefix: 'saml_',
})
