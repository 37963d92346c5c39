import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application in use by others reads mail twelve times after the consent of a further user',
  steps: [
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', personas: { 'mara.voss': 'ole.brandt' } },
    { sample: 'm365/consent-user-mail', at: 'P40D' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P40DT1H', repeat: { every: 'PT50M', times: 12 } },
  ],
})
