import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application is registered with redirect addresses on shared hosting and of a development server',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT1M',
      replace: {
        'https://payroll.northpier.example/auth': 'https://payroll-login.ngrok-free.app/cb',
        'http://localhost:53682/': 'http://localhost:8000/',
      },
    },
  ],
})
