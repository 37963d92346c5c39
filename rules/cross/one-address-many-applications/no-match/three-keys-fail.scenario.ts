import { scenario } from '../../../lib/scenario.ts'
import threeKeysInOneHand from '../match/three-keys-in-one-hand.scenario.ts'

export default scenario({
  ...threeKeysInOneHand,
  title: 'Three applications fail to sign in from one address',
  steps: [
    ...threeKeysInOneHand.steps.slice(0, 3),
    {
      sample: 'entra/signin-app-certificate',
      at: 'P20DT1H',
      repeat: { every: 'PT1H', times: 3 },
      personas: { 'Harbour CRM Connector': 3 },
      replace: {
        '198.51.100.90': '2001:db8:77::9',
        '"errorCode": 0': '"errorCode": 7000222',
        '"resultType": "0"': '"resultType": "7000222"',
      },
    },
  ],
})
