import { scenario } from '../../../lib/scenario.ts'
import keyAdded from '../match/m365-key-added-from-a-new-network.scenario.ts'

export default scenario({
  ...keyAdded,
  title: 'An account signs in from a new network and adds a secret from the address of its usual network',
  steps: keyAdded.steps.with(-1, {
    sample: 'entra/audit-credential-secret-added',
    at: 'P20DT20M',
    replace: { '198.51.100.31': '198.51.100.23' },
  }),
})
