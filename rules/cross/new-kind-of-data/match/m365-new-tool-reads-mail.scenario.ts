import { scenario } from '../../../lib/scenario.ts'
import { connectorReadsMail } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'A tool receives consent and reads mail on the same day',
  steps: [
    { ...connectorReadsMail, at: 'PT1H' },
    { sample: 'm365/service-principal-added', at: 'P94D' },
    { sample: 'm365/consent-user-mail', at: 'P94D' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P94DT4H' },
  ],
})
