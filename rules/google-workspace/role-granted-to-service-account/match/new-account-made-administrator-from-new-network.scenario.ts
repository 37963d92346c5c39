import { scenario } from '../../../lib/scenario.ts'
import made from './service-account-made-administrator-from-new-network.scenario.ts'

const away = { '198.51.100.12': '192.0.2.77' }

export default scenario({
  ...made,
  title: 'An administrator in a new network creates an account, and makes it a super administrator minutes later',
  steps: [
    ...made.steps.slice(0, 2),
    {
      sample: 'google-workspace/admin-user-suspended',
      at: 'P32D',
      personas: { 'lena.ostrow': 'tomas.feld' },
      replace: { ...away, SUSPEND_USER: 'CREATE_USER' },
    },
    { sample: 'google-workspace/admin-role-to-user', at: 'P32DT3M', replace: away },
  ],
})
