import { scenario } from '../../../lib/scenario.ts'
import forgotten from '../match/m365-forgotten-application-gets-secret-and-permission.scenario.ts'

export default scenario({
  ...forgotten,
  title: 'An application is registered, and receives a secret and access to all mailboxes on the same day',
  steps: [
    ...forgotten.steps.slice(0, 1),
    { sample: 'm365/application-added', at: 'P19DT23H' },
    ...forgotten.steps.slice(1),
  ],
})
