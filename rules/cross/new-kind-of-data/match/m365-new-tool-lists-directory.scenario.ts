import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A tool receives consent to a directory and lists all users half an hour later',
  steps: [
    { sample: 'entra/graph-user-lists-mail', at: 'PT1H', personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' } },
    {
      sample: 'm365/consent-user-mail',
      at: 'P94D',
      replace: { 'Mail.Read': 'User.Read.All' },
    },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P94DT30M',
      replace: { '/me/messages': '/users', 'Mail.ReadWrite Mail.Send': 'User.Read.All' },
    },
  ],
})
