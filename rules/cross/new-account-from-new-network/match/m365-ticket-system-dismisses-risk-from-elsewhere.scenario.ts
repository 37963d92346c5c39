import { scenario } from '../../../lib/scenario.ts'

const mailbox = 'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI='

export default scenario({
  title:
    'A ticket system reads risk for weeks; from another network, it dismisses the risk of an account and closes an incident',
  steps: [
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'PT0S',
      replace: { [mailbox]: 'identityProtection/riskyUsers' },
      repeat: { every: 'P1D', times: 20 },
    },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P20DT1H',
      replace: { [mailbox]: 'identityProtection/riskyUsers/dismiss', GET: 'POST', '203.0.113.77': '192.0.2.33' },
    },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P22D',
      replace: { [mailbox]: 'security/incidents/20417', GET: 'PATCH', '203.0.113.77': '192.0.2.33' },
    },
  ],
})
