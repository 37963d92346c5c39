import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An export contains only consents, without the records of their grants',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1H' },
    { sample: 'm365/consent-user-mail', at: 'PT5H', personas: { 'mara.voss': 'ines.carver' } },
    { sample: 'm365/consent-user-sign-in-only', at: 'P1D' },
  ],
})
