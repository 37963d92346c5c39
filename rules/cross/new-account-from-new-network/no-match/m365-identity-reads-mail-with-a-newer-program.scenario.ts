import { scenario } from '../../../lib/scenario.ts'
import another from '../match/m365-identity-reads-mail-with-another-program.scenario.ts'

export default scenario({
  ...another,
  title: 'An application without a user reads its usual mailbox from a new network with a newer program version',
  steps: another.steps.with(-1, {
    sample: 'entra/graph-app-reads-mailbox',
    at: 'P20DT1H',
    replace: { '203.0.113.77': '192.0.2.33', 'python-requests/2.32.3': 'python-requests/2.33.0' },
  }),
})
