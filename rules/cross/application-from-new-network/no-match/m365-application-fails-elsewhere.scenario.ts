import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application with one usual network fails to sign in from another network',
  start: '2026-03-02T09:00:00Z',
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
      replace: {
        '198.51.100.90': '2001:db8:77::9',
        '"errorCode": 0': '"errorCode": 7000222',
        '"resultType": "0"': '"resultType": "7000222"',
      },
    },
  ],
})
