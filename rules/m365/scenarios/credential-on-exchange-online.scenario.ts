import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'An account adds a key to the service principal of Exchange Online',
  start: '2026-03-14T22:00:00Z',
  steps: [
    {
      sample: 'm365/service-principal-credential-added',
      at: 'PT1M',
      replace: {
        '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': '00000002-0000-0ff1-ce00-000000000000',
        'Harbour CRM Connector': 'Office 365 Exchange Online',
      },
    },
  ],
})
