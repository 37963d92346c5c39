import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A mail client popular with intruders is refused',
  steps: [
    { sample: 'm365/consent-failed-technically', at: 'PT1M', personas: { 'Harbour CRM Connector': 'eM Client' } },
  ],
})
