import { scenario } from '../../../lib/scenario.ts'
import newApplicationReadsMailAtOnce from './google-workspace-new-application-reads-mail-at-once.scenario.ts'

export default scenario({
  ...newApplicationReadsMailAtOnce,
  title: 'A new application reads mail, chats, contacts and the directory three times each',
  steps: [
    ...newApplicationReadsMailAtOnce.steps.slice(0, -1),
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
