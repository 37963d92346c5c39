import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'From a new network, an administrator gives a new application access to all mail, and it reads a mailbox that day',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'mara.voss': 'tomas.lindqvist' },
    },
    { sample: 'entra/graph-command-line-lists-users', at: 'PT0S' },
    {
      sample: 'entra/signin-user-app',
      at: 'P20D',
      personas: { 'mara.voss': 'tomas.lindqvist' },
      replace: { '198.51.100.23': '192.0.2.33' },
    },
    { sample: 'entra/audit-app-role-grant-critical', at: 'P20DT20M', replace: { '198.51.100.31': '192.0.2.33' } },
    { sample: 'entra/graph-app-reads-mailbox', at: 'P20DT1H' },
  ],
})
