import { scenario } from '../../../lib/scenario.ts'
import threeKeysInOneHand from '../match/three-keys-in-one-hand.scenario.ts'

export default scenario({
  ...threeKeysInOneHand,
  title: 'Three applications each sign in from a different new address',
  steps: [
    ...threeKeysInOneHand.steps.slice(0, 4),
    {
      sample: 'entra/signin-app-certificate',
      at: 'P20DT2H',
      personas: { 'Harbour CRM Connector': 'Berth Planner' },
      replace: { '198.51.100.90': '2001:db8:78::8' },
    },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P20DT3H',
      personas: { 'Harbour CRM Connector': 'Route Optimizer' },
      replace: { '198.51.100.90': '2001:db8:79::9' },
    },
  ],
})
