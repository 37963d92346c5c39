import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A mail client popular with intruders is refused',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/consent-failed-technically', at: 'PT1M', personas: { 'Harbour CRM Connector': 'eM Client' } },
  ],
})
