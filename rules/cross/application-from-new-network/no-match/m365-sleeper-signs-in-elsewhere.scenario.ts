import { scenario } from '../../../lib/scenario.ts'
import applicationSignsInElsewhere from '../match/m365-application-signs-in-elsewhere.scenario.ts'

export default scenario({
  ...applicationSignsInElsewhere,
  title: 'An application that was dormant for two months signs in from a new network',
  steps: [
    ...applicationSignsInElsewhere.steps.slice(0, -1),
    {
      sample: 'entra/signin-app-certificate',
      at: 'P20D',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'Harbour CRM Connector': 'Berth Planner' },
      replace: { '198.51.100.90': '203.0.113.10' },
    },
    { sample: 'entra/signin-app-certificate', at: 'P85D', replace: { '198.51.100.90': '2001:db8:77::9' } },
  ],
})
