// Activities of applications that have no mapping of their own: those that no rule reads and of which Elastic has no data
// stream (Classroom, Contacts, LDAP), and those that Google adds later. Nothing is lost; `event.provider` names the application.
import { activityMapping } from './activity.ts'

export default activityMapping({
  stream: 'activity',
  title: 'Google Workspace Activities without a Mapping',
  own: true,
  envelope: 'extended',
  events: [],
  otherwise: { category: ['configuration'], type: ['info'] },
  parameters: {},
})
