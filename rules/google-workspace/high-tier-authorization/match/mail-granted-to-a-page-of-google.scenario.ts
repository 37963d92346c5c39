import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user grants the whole mailbox to the OAuth Playground from the usual network',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M', repeat: { every: 'P4D', times: 3 } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P14D',
      personas: { 'Inbox Pilot': 'Google OAuth 2.0 Playground' },
    },
  ],
})
