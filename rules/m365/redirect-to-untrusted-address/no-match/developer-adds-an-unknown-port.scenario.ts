import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application receives a port of the own computer that no tool uses by default',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1M', personas: { 'mara.voss': 'ines.carver' } },
    {
      sample: 'm365/application-redirect-added',
      at: 'P20D',
      replace: { 'https://payroll-login.ngrok-free.app/cb': 'http://localhost:5173/' },
    },
  ],
})
