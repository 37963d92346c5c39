import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application signs in three times in one second from an address that is new to the application',
  steps: [
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 20 },
      replace: { '198.51.100.90': '203.0.113.10' },
    },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P20D',
      repeat: { every: 'PT0M', times: 3 },
      replace: { '198.51.100.90': '2001:db8:77::9' },
    },
  ],
})
