import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'An account adds a key to the service principal of Exchange Online',
  steps: [
    {
      sample: 'm365/service-principal-credential-added',
      at: 'PT1M',
      personas: { 'Harbour CRM Connector': 'Office 365 Exchange Online' },
    },
  ],
})
