import { scenario } from '../../../lib/scenario.ts'
import newAppExtensionPublish from './new-app-extension-publish.scenario.ts'

export default scenario({
  ...newAppExtensionPublish,
  title: 'A new application calls insert in the Chrome Web Store',
  steps: newAppExtensionPublish.steps.with(-1, {
    sample: 'google-workspace/token-activity-gmail',
    at: 'PT1H',
    replace: { 'gmail.users.messages.list': 'chromewebstore.items.insert' },
  }),
})
