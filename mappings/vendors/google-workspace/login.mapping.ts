import { activityMapping } from './activity.ts'
import { loginParameters } from './login.parameters.ts'
import { eventClasses, loginOperations, ownAccountEvents } from './operations.ts'

export default activityMapping({
  application: 'login',
  stream: 'login',
  envelope: 'original',
  events: eventClasses(loginOperations),
  otherwise: { category: ['authentication'], type: ['info'] },
  parameters: loginParameters,
  prefix: 'login_',
  ownAccount: ownAccountEvents,
  derive: ['googleLoginChallenge', 'googleForwardedMailbox'],
})
