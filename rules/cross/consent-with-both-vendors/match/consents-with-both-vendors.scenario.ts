import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person consents in Microsoft 365 and authorizes an application in Google on the same afternoon',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1H' },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT3H',
      delivered: 'PT7H',
      personas: { 'lena.ostrow': 'mara.voss' },
    },
  ],
})
