import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A client changes the reply address of a mailbox, and sets the automatic reply a day later',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT18H',
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.sendAs.patch' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P1DT18H',
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.updateVacation' },
    },
  ],
})
