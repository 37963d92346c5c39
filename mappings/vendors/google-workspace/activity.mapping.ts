// Activities of applications without a mapping: those that no rule reads and without a stream in Elastic's package
// (Classroom, Contacts, LDAP), and future ones. The documents keep all data. `event.provider` names the application.
import { activityMapping } from './activity.ts'

export default activityMapping({
  stream: 'activity',
  title: 'Google Workspace Activities without a Mapping',
  own: true,
  envelope: 'extended',
  events: [],
  otherwise: { category: ['configuration'], type: ['info'] },
  parameters: {},
  derive: ['googleUnknownApplicationActs'],
})
