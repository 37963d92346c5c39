import { scenario } from '../../../lib/scenario.ts'
import firstProfileFromATemplateFromUsualNetwork from '../match/m365-first-profile-from-a-template-from-usual-network.scenario.ts'

export default scenario({
  ...firstProfileFromATemplateFromUsualNetwork,
  title: 'An application lists devices for weeks, and then reads the links of mobile applications with a POST call',
  steps: firstProfileFromATemplateFromUsualNetwork.steps.with(-1, {
    sample: 'entra/graph-app-reads-mailbox',
    at: 'P20DT1H',
    replace: {
      GET: 'POST',
      'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=':
        'deviceAppManagement/mobileApps/hasPayloadLinks',
    },
  }),
})
