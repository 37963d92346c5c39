import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Applications receive the default addresses of rclone and of a rogue mailbox tool',
  steps: [
    {
      sample: 'm365/application-redirect-added',
      at: 'PT1M',
      replace: { 'https://payroll-login.ngrok-free.app/cb': 'http://localhost:53682/' },
    },
    {
      sample: 'entra/audit-application-redirect-added',
      at: 'P2D',
      replace: { 'https://payroll-login.ngrok-free.app/cb': 'http://localhost:7823/access/' },
    },
  ],
})
