import { activityMapping } from './activity.ts'
import { loginEvents } from './login.events.ts'
import { loginParameters } from './login.parameters.ts'

export default activityMapping({
  application: 'login',
  stream: 'login',
  envelope: 'original',
  events: loginEvents,
  otherwise: { category: ['authentication'], type: ['info'] },
  parameters: loginParameters,
  prefix: 'login_',
  derive: ['googleLoginChallenge'],
})
