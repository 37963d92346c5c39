// Sign-ins and searches through Secure LDAP. Parameters and events have no catalogue: they stay under their own names.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'ldap',
  stream: 'ldap',
  own: true,
  envelope: 'extended',
  events: [],
  otherwise: { category: ['authentication'], type: ['info'] },
  parameters: {},
})
