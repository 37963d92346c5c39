import { scenario } from '../../../lib/scenario.ts'
import keyAdded from './m365-key-added-from-a-new-network.scenario.ts'

export default scenario({
  ...keyAdded,
  title: 'A secret is added to an application in use, from an address where only a token of the account was renewed',
  steps: [
    ...keyAdded.steps.slice(0, 2),
    {
      sample: 'entra/signin-user-app',
      at: 'P19D',
      personas: { 'mara.voss': 'tomas.lindqvist' },
      replace: { '198.51.100.23': '192.0.2.33', '"isInteractive": true': '"isInteractive": false' },
    },
    { sample: 'entra/audit-credential-secret-added', at: 'P20DT20M', replace: { '198.51.100.31': '192.0.2.33' } },
  ],
})
