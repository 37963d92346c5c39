import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application is registered with a redirect address on shared hosting',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT1M',
      replace: { 'https://payroll.northpier.example/auth': 'https://payroll-login.ngrok-free.app/cb' },
    },
  ],
})
