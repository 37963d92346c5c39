import { playgroundAuthorized } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'From the usual network, a user grants the OAuth Playground the mailbox again after its end, as colleagues do',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M', repeat: { every: 'P4D', times: 3 } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P13D',
      repeat: { every: 'PT20M', times: 2 },
      personas: { 'Inbox Pilot': 'Google OAuth 2.0 Playground', 'lena.ostrow': ['ole.brandt', 'ines.moreau'] },
    },
    { ...playgroundAuthorized, at: 'P14D' },
    {
      sample: 'google-workspace/token-revoke-mail',
      at: 'P15D',
      personas: { 'Inbox Pilot': 'Google OAuth 2.0 Playground' },
    },
    { ...playgroundAuthorized, at: 'P15DT1H' },
  ],
})
