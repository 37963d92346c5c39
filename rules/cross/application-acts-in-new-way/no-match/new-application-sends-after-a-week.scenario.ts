import { scenario } from '../../../lib/scenario.ts'
import { connectorReadsMail } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'An application reads mail, and sends mail a week later',
  steps: [
    { ...connectorReadsMail, at: 'PT1H' },
    { sample: 'm365/service-principal-added', at: 'P40D' },
    { sample: 'm365/consent-user-mail', at: 'P40D' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P40DT1H' },
    { sample: 'm365/mail-sent-by-app', at: 'P47DT2H' },
  ],
})
