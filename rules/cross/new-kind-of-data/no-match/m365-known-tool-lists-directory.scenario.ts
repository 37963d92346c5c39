import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A tool that received consent four days ago lists all users',
  steps: [
    { sample: 'entra/graph-user-lists-mail', at: 'PT1H', personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' } },
    {
      sample: 'm365/consent-user-mail',
      at: 'P94D',
      replace: { 'Mail.Read': 'User.Read.All' },
    },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P98DT30M',
      replace: { '/me/messages': '/users', 'Mail.ReadWrite Mail.Send': 'User.Read.All' },
    },
  ],
})
