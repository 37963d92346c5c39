import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application reads mail through Microsoft Graph ten times, and only the Graph log records the reads',
  steps: [
    { sample: 'entra/graph-user-lists-mail', at: 'PT1H', personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' } },
    { sample: 'entra/graph-user-lists-mail', at: 'P40DT1H', repeat: { every: 'PT50M', times: 10 } },
  ],
})
