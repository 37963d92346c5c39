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
      replace: {
        '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': '3c7a90e5-1d48-4b62-9f03-8e5d2c1b7a64',
        'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01': 'b60f2e81-9a4c-4d73-8e15-7c3a2b1d0f98',
        'Harbour CRM Connector': 'Berth Planner',
        '0c1d2e3f-4a5b-4c6d-8e7f-8a9b0c1d2e3f': '5b2e8d90-7f31-4a6c-9e04-d1c2b3a4f586',
        '198.51.100.90': '2001:db8:77::9',
        '"errorCode": 0': '"errorCode": 7000222',
        '"resultType": "0"': '"resultType": "7000222"',
      },
    },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P20DT3H',
      replace: {
        '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': '8f15d6c2-4b97-4e08-a3d1-6c0e9b7f2a53',
        'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01': 'd94a7b03-5c2e-4f86-9b10-2e8f6d1c7a35',
        'Harbour CRM Connector': 'Route Optimizer',
        '0c1d2e3f-4a5b-4c6d-8e7f-8a9b0c1d2e3f': 'e7d01b6f-38a2-4c95-b4e0-9f6a5c2d8b17',
        '198.51.100.90': '2001:db8:77::9',
        '"errorCode": 0': '"errorCode": 7000222',
        '"resultType": "0"': '"resultType": "7000222"',
      },
    },
  ],
})
