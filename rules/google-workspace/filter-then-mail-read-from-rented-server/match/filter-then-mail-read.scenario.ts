import { scenario } from '../../../lib/scenario.ts'

const server = { '"203.0.113.140"': '"203.0.113.66", "networkInfo": { "ipAsn": [14061], "regionCode": "SG" }' }

export default scenario({
  title: 'A client on a rented server creates a filter and reads a message ten minutes later',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      replace: {
        ...server,
        'gmail.users.messages.list': 'gmail.users.settings.filters.create',
      },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H10M',
      replace: { ...server, 'gmail.users.messages.list': 'gmail.users.messages.get' },
    },
  ],
})
