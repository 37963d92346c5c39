import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application resets a password weeks after the log began, and only the unified audit log records the reset',
  steps: [
    { sample: 'm365/password-reset', at: 'PT1M' },
    {
      sample: 'm365/app-role-grant-by-itself',
      at: 'P20D',
      replace: { 'Add app role assignment to service principal.': 'Reset user password.' },
    },
  ],
})
