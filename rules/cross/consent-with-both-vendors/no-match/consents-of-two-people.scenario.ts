import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One person consents in Microsoft 365, and another person authorizes an application in Google',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT3H' },
  ],
})
