import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An assistant that only read mail lists contacts',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT0S', repeat: { every: 'P5D', times: 19 } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P92D',
      replace: {
        'gmail.users.messages.list': 'people.connections.list',
        '"value": "gmail"': '"value": "people"',
        GMAIL: 'CONTACTS',
      },
    },
  ],
})
