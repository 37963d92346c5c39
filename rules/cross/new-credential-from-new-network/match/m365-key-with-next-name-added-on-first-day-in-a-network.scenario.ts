import { scenario } from '../../../lib/scenario.ts'
import keyAdded from './m365-key-added-from-a-new-network.scenario.ts'

export default scenario({
  ...keyAdded,
  title: 'On its first day in a network, an account adds a secret that is named like the one of the year before',
  steps: keyAdded.steps.with(-1, {
    sample: 'm365/credential-secret-added',
    at: 'P20DT20M',
    replace: { 'DisplayName=backup': 'DisplayName=deploy 2026' },
  }),
})
