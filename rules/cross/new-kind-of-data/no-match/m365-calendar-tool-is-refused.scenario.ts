import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A tool that worked with calendars is denied access to a mailbox',
  start: '2026-01-05T09:00:00Z',
  steps: [
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P10D',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89' },
    },
    { sample: 'm365/service-principal-added', at: 'PT14M' },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT1H',
      repeat: { every: 'P10D', times: 9 },
      replace: { '/v1.0/me/messages?$top=1000': '/v1.0/me/events?$top=1000' },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P95D',
      replace: { '"ResultStatus": "Succeeded"': '"ResultStatus": "Failed"' },
    },
  ],
})
