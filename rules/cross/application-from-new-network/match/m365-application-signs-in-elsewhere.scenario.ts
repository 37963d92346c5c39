import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application with one usual network signs in from another network',
  steps: [
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 20 },
      replace: { '198.51.100.90': '203.0.113.10' },
    },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P20DT1H',
      delivered: 'P20DT4H',
      replace: { '198.51.100.90': '2001:db8:77::9' },
    },
  ],
})
