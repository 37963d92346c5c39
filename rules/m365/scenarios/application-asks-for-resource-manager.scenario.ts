import { scenario } from '../../lib/scenario.ts'

const resourceManager = {
  '00000003-0000-0000-c000-000000000000': '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  'Microsoft Graph': 'Azure Resource Manager',
}

export default scenario({
  title: 'An application that only called Microsoft Graph obtains a token for Azure',
  steps: [
    { sample: 'entra/signin-app-certificate', at: 'PT0S', repeat: { every: 'P5D', times: 14 } },
    { sample: 'entra/signin-app-certificate', at: 'PT1H', personas: { 'Harbour CRM Connector': 'Berth Planner' } },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P35D',
      personas: { 'Harbour CRM Connector': 'Berth Planner' },
      replace: resourceManager,
    },
    { sample: 'entra/signin-app-certificate', at: 'P66D', delivered: 'P66DT2H', replace: resourceManager },
  ],
})
