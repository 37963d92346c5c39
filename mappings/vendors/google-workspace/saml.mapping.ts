import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'saml',
  stream: 'saml',
  envelope: 'original',
  events: [
    { category: ['authentication', 'session'], type: ['start'], outcome: 'success', names: ['login_success'] },
    { category: ['authentication', 'session'], type: ['start'], outcome: 'failure', names: ['login_failure'] },
  ],
  otherwise: { category: ['authentication', 'session'], type: ['start'] },
  parameters: {
    application_name: 'application_name',
    device_id: 'device_id',
    failure_type: { to: 'failure_type', ecs: 'event.reason' },
    initiated_by: 'initiated_by',
    orgunit_path: 'orgunit_path',
    saml_second_level_status_code: 'second_level_status_code',
    saml_status_code: 'status_code',
  },
  prefix: 'saml_',
})
