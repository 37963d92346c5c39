import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Vault client lists exports on its first day and creates one on the second day',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT2H',
      replace: { 'gmail.users.messages.list': 'vault.matters.exports.list' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P1DT3H',
      replace: { 'gmail.users.messages.list': 'vault.matters.exports.create' },
    },
  ],
})
