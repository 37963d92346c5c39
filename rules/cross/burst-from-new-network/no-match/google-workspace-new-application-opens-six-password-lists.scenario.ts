import { scenario } from '../../../lib/scenario.ts'
import { passwordLists } from '../match/google-workspace-new-application-opens-password-lists.scenario.ts'

export default scenario({
  title: 'Two hours after its authorization, an application downloads six files with names of credentials',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1M' },
    {
      ...passwordLists,
      repeat: {
        every: 'PT8M',
        times: 6,
        replace: { 'Price list': ['Passwords', 'Logins', 'VPN', 'Secrets', 'Credentials', 'Wi-Fi password'] },
      },
    },
  ],
})
