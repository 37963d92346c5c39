import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'An account adds a key to the service principal of Exchange Online',
  start: '2026-03-14T22:00:00Z',
  steps: [
    {
      sample: 'm365/service-principal-credential-added',
      at: 'PT1M',
      personas: { 'Harbour CRM Connector': 'Office 365 Exchange Online' },
    },
  ],
})
