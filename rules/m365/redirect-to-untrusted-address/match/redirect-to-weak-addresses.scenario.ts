import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application receives a redirect address without encryption, and one for any host of a domain',
  steps: [
    {
      sample: 'm365/application-redirect-added',
      at: 'PT1M',
      replace: { 'https://payroll-login.ngrok-free.app/cb': 'http://payroll.example.com/cb' },
    },
    {
      sample: 'm365/application-redirect-added',
      at: 'PT2M',
      replace: { 'https://payroll-login.ngrok-free.app/cb': 'https://*.payroll.example.com/cb' },
    },
  ],
})
