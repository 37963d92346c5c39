import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A mail tool reads the calendar for the first time',
  steps: [
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT5M',
      personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' },
      replace: { '/v1.0/me/messages?$top=1000': '/v1.0/me/events?$top=1000' },
    },
    { sample: 'm365/service-principal-added', at: 'PT14M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P4D', repeat: { every: 'P30D', times: 4 } },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P96D',
      replace: { '/v1.0/me/messages?$top=1000': '/v1.0/me/events?$top=1000' },
    },
  ],
})
