import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person uses an Azure tool for the first time',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT0S', repeat: { every: 'P5D', times: 14 } },
    {
      sample: 'entra/signin-user-app',
      at: 'P66D',
      replace: {
        '00000003-0000-0000-c000-000000000000': '797f4846-ba00-4fd7-ba43-dac1f8f63013',
        'Microsoft Graph': 'Azure Resource Manager',
      },
    },
  ],
})
