import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application to which one person gave access writes an automatic reply after ten days',
  steps: [
    { sample: 'entra/graph-user-lists-mail', at: 'PT1M', personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' } },
    { sample: 'm365/consent-user-mail', at: 'P20D' },
    {
      sample: 'entra/graph-user-lists-mail',
      at: ['P20DT1M', 'P22D'],
      replace: { 'messages?$top=1000': 'mailboxSettings' },
    },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P30D',
      replace: { 'messages?$top=1000': 'mailboxSettings', '"requestMethod": "GET"': '"requestMethod": "PATCH"' },
    },
  ],
})
