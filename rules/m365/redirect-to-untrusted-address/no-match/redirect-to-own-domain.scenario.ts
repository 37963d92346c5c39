import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application receives a redirect address in the domain of the organization',
  steps: [
    {
      sample: 'm365/application-redirect-added',
      at: 'PT1M',
      replace: { 'payroll-login.ngrok-free.app': 'payroll-login.northpier.example' },
    },
  ],
})
