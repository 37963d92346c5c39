import { activityMapping } from './activity.ts'
import { ownAccountParameters } from './login.parameters.ts'
import { eventClasses, userAccountOperations } from './operations.ts'

export default activityMapping({
  application: 'user_accounts',
  stream: 'user_accounts',
  title: 'Google Workspace User Account Logs',
  envelope: 'original',
  events: eventClasses(userAccountOperations),
  otherwise: { category: ['iam'], type: ['change', 'user'] },
  parameters: ownAccountParameters,
  ownAccount: 'all',
  derive: ['googleForwardedMailbox'],
})
