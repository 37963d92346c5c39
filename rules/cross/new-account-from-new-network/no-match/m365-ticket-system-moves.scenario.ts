import { scenario } from '../../../lib/scenario.ts'

const mailbox = 'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI='
const dismissed = { [mailbox]: 'identityProtection/riskyUsers/dismiss', GET: 'POST' }

export default scenario({
  title:
    'A ticket system dismisses risk for weeks, and also from another network; from there, it reports its first compromised account',
  steps: [
    { sample: 'entra/graph-app-reads-mailbox', at: 'PT0S', replace: dismissed, repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P20DT1H',
      replace: { ...dismissed, '203.0.113.77': '192.0.2.33' },
    },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P20DT2H',
      replace: {
        ...dismissed,
        [mailbox]: 'identityProtection/riskyUsers/confirmCompromised',
        '203.0.113.77': '192.0.2.33',
      },
    },
  ],
})
