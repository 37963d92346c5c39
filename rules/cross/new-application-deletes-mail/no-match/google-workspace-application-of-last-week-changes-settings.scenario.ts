import { scenario } from '../../../lib/scenario.ts'

const call = (at: string, method: string) => ({
  sample: 'google-workspace/token-activity-gmail',
  at,
  replace: { 'gmail.users.messages.list': method },
})

export default scenario({
  title: 'A new application reads settings, changes a signature a week later, and a service account writes signatures',
  steps: [
    call('PT1H', 'gmail.users.settings.sendAs.list'),
    call('P8D', 'gmail.users.settings.sendAs.patch'),
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'P9D',
      replace: { 'gmail.users.messages.get': 'gmail.users.settings.sendAs.update' },
    },
  ],
})
