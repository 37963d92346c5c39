import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application calls publish in the Chrome Web Store',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      replace: { 'gmail.users.messages.list': 'chromewebstore.items.publish' },
    },
  ],
})
