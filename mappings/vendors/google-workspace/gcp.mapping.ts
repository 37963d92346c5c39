// Keys for signing in to virtual machines (OS Login).
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'gcp',
  stream: 'gcp',
  envelope: 'extended',
  events: [
    {
      category: ['iam'],
      type: ['change'],
      names: `
        DELETE_POSIX_ACCOUNT DELETE_SSH_PUBLIC_KEY GET_SSH_PUBLIC_KEY IMPORT_SSH_PUBLIC_KEY UPDATE_SSH_PUBLIC_KEY
      `,
    },
    { category: ['iam'], type: ['info'], names: 'GET_LOGIN_PROFILE' },
  ],
  otherwise: { category: ['iam'], type: ['change'] },
  parameters: { USER_EMAIL: { to: 'user_email', is: 'target' } },
})
