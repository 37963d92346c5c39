import { scenario } from '../../../lib/scenario.ts'

const server = { '"203.0.113.140"': '"192.0.2.118", "networkInfo": { "ipAsn": [64566], "regionCode": "BG" }' }

export default scenario({
  title:
    'A new application changes a file, and eight days later another application on the same server reads the mail of a reader',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1M', personas: { 'Inbox Pilot': 'Berth Planner' } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: ['PT2M', 'P8D'],
      personas: { 'Inbox Pilot': 'Berth Planner' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20D',
      replace: {
        ...server,
        'gmail.users.messages.list': 'docs.documents.batchUpdate',
        '"gmail"': '"docs"',
        '"GMAIL"': '"DRIVE"',
      },
      personas: { 'lena.ostrow': 'ole.brandt', 'Inbox Pilot': 'Roadmap Board' },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'P28D' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P28DT1H',
      replace: server,
      repeat: { every: 'PT20S', times: 8 },
    },
  ],
})
