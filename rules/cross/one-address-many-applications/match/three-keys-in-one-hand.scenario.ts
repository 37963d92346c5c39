import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Two applications sign in, and a third application reads mail, from one address that is new to all three',
  steps: [
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 20 },
      replace: { '198.51.100.90': '203.0.113.10' },
    },
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT1M',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'Harbour CRM Connector': 'Berth Planner' },
      replace: { '198.51.100.90': '203.0.113.74' },
    },
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT2M',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'Harbour CRM Connector': 'Route Optimizer' },
      replace: { '198.51.100.90': '2001:db8:20::4' },
    },
    { sample: 'entra/signin-app-certificate', at: 'P20DT1H', replace: { '198.51.100.90': '2001:db8:77::9' } },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P20DT2H',
      personas: { 'Harbour CRM Connector': 'Berth Planner' },
      replace: { '198.51.100.90': '2001:db8:77::9' },
    },
    { sample: 'entra/graph-app-reads-mailbox', at: 'PT3M', repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P20DT3H',
      delivered: 'P20DT4H',
      replace: { '203.0.113.77': '2001:db8:77::9' },
    },
  ],
})
