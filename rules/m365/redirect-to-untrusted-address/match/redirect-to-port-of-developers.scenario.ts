import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'After weeks, an account that never changed redirect addresses adds a port of developers to an application',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1M', personas: { 'mara.voss': 'ines.carver' } },
    {
      sample: 'm365/application-redirect-added',
      at: 'P20D',
      replace: { 'https://payroll-login.ngrok-free.app/cb': 'http://localhost:8000/' },
    },
  ],
})
