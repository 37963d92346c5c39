import { activityMapping } from './activity.ts'
import { eventClasses, userAccountOperations } from './operations.ts'

export default activityMapping({
  application: 'user_accounts',
  stream: 'user_accounts',
  title: 'Google Workspace User Account Logs',
  envelope: 'original',
  events: eventClasses(userAccountOperations),
  otherwise: { category: ['iam'], type: ['change', 'user'] },
  parameters: {
    email_forwarding_destination_address: {
      to: 'email_forwarding_destination_address',
      ecs: 'email.to.address',
      is: 'related',
    },
  },
  ownAccount: true,
})
