import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An application to which one person gave access reads mailbox settings for two weeks, and then writes automatic replies for three weeks',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1M' },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT2M',
      repeat: { every: 'P2D', times: 8 },
      replace: { 'messages?$top=1000': 'mailboxSettings' },
    },
    {
      sample: 'entra/graph-user-lists-mail',
      at: ['P17D', 'P27D', 'P37D'],
      replace: { 'messages?$top=1000': 'mailboxSettings', '"requestMethod": "GET"': '"requestMethod": "PATCH"' },
    },
  ],
})
