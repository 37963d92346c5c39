import { scenario } from '../../../lib/scenario.ts'
import { connectorReadsMail } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'An application sends one message an hour after its consent',
  steps: [
    { ...connectorReadsMail, at: 'PT1H' },
    { sample: 'm365/service-principal-added', at: 'P40D' },
    { sample: 'm365/consent-user-mail', at: 'P40D' },
    { sample: 'm365/mail-sent-by-app', at: 'P40DT1H' },
  ],
})
