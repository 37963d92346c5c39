import { scenario } from '../../../lib/scenario.ts'
import relay from './relay-signs-in-as-office-portal.scenario.ts'

export default scenario({
  ...relay,
  title: 'A relay that passes a second factor signs in to the Office portal',
  steps: relay.steps.map((step) => ({
    ...step,
    replace: { ...step.replace, singleFactorAuthentication: 'multiFactorAuthentication' },
  })),
})
