import { scenario } from '../../../lib/scenario.ts'
import tried from '../no-match/m365-new-key-tried-at-the-desk-of-its-adder.scenario.ts'

export default scenario({
  ...tried,
  title: 'The key of an application is used in a new network five hours after an account that works there added it',
  steps: [...tried.steps.slice(0, -1), { sample: 'entra/signin-app-new-secret', at: 'P20DT5H' }],
})
