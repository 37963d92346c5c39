import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A lawyer authorizes a Vault client, which creates an export an hour later',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT2H',
      replace: { 'gmail.users.messages.list': 'vault.matters.exports.create' },
    },
  ],
})
