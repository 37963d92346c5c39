import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person authorizes an application in Google, and consents to a Microsoft tool',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1H', personas: { 'Invoice Sync Helper': 'Graph Explorer' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT3H', personas: { 'lena.ostrow': 'mara.voss' } },
  ],
})
