import { scenario } from '../../../lib/scenario.ts'
import threeKeysInOneHand from '../match/three-keys-in-one-hand.scenario.ts'

export default scenario({
  ...threeKeysInOneHand,
  title: 'Two applications sign in from one address that is new to both, one of them twice in a second',
  steps: [
    ...threeKeysInOneHand.steps.slice(0, 5),
    { sample: 'entra/signin-app-certificate', at: 'P20DT1H', replace: { '198.51.100.90': '2001:db8:77::9' } },
  ],
})
