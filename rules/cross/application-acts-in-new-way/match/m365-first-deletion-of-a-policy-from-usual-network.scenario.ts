import { scenario } from '../../../lib/scenario.ts'
import firstProfileFromATemplateFromUsualNetwork from './m365-first-profile-from-a-template-from-usual-network.scenario.ts'

export default scenario({
  ...firstProfileFromATemplateFromUsualNetwork,
  title: 'An application lists devices for weeks, and then deletes a Conditional Access policy from its usual network',
  steps: firstProfileFromATemplateFromUsualNetwork.steps.with(-1, {
    sample: 'entra/graph-app-reads-mailbox',
    at: 'P20DT1H',
    replace: {
      GET: 'DELETE',
      'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=':
        'identity/conditionalAccess/policies/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514',
    },
  }),
})
