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
      replace: {
        '198.51.100.90': '2001:db8:77::9',
        '"errorCode": 0': '"errorCode": 7000222',
        '"resultType": "0"': '"resultType": "7000222"',
      },
    },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P20DT2H',
      cast: { 'Harbour CRM Connector': 'Berth Planner' },
      replace: {
        '198.51.100.90': '2001:db8:77::9',
        '"errorCode": 0': '"errorCode": 7000222',
        '"resultType": "0"': '"resultType": "7000222"',
      },
    },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P20DT3H',
      cast: { 'Harbour CRM Connector': 'Route Optimizer' },
      replace: {
        '198.51.100.90': '2001:db8:77::9',
        '"errorCode": 0': '"errorCode": 7000222',
        '"resultType": "0"': '"resultType": "7000222"',
      },
    },
  ],
})
