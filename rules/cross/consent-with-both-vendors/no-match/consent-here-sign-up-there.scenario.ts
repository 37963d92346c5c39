import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person consents in Microsoft 365, and signs up to a tool with Google',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1H' },
    { sample: 'google-workspace/token-authorize-sign-in-only', at: 'PT3H', personas: { 'tomas.feld': 'mara.voss' } },
  ],
})
