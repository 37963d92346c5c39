import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that appeared ten days ago obtains a token for Azure',
  steps: [
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT0S',
      repeat: { every: 'P5D', times: 14 },
      personas: { 'Harbour CRM Connector': 'Berth Planner' },
    },
    { sample: 'entra/signin-app-certificate', at: 'P56D', repeat: { every: 'P5D', times: 2 } },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P66D',
      replace: {
        '00000003-0000-0000-c000-000000000000': '797f4846-ba00-4fd7-ba43-dac1f8f63013',
        'Microsoft Graph': 'Azure Resource Manager',
      },
    },
  ],
})
