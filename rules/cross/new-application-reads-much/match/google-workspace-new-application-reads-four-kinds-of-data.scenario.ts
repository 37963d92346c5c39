import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application reads mail, chats, contacts and the directory three times each',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      replace: { '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '417730926580-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj' },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'P40D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P40DT10M', repeat: { every: 'PT2M', times: 3 } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P40DT20M',
      repeat: { every: 'PT2M', times: 3 },
      replace: {
        'gmail.users.messages.list': 'chat.spaces.messages.list',
        '"gmail"': '"chat"',
        GMAIL: 'COMMUNICATIONS',
      },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P40DT30M',
      repeat: { every: 'PT2M', times: 3 },
      replace: { 'gmail.users.messages.list': 'people.connections.list', '"gmail"': '"people"', GMAIL: 'CONTACTS' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P40DT40M',
      repeat: { every: 'PT2M', times: 3 },
      replace: { 'gmail.users.messages.list': 'directory.users.list', '"gmail"': '"directory"', GMAIL: 'GSUITE_ADMIN' },
    },
  ],
})
