import { scenario } from '../../../lib/scenario.ts'
import agentWithMoreThanGranted from '../match/m365-agent-with-more-than-granted.scenario.ts'

export default scenario({
  ...agentWithMoreThanGranted,
  title: 'The token of an agent contains only permissions that the account granted',
  steps: agentWithMoreThanGranted.steps.with(-1, {
    sample: 'entra/graph-user-lists-mail',
    at: 'P21DT2H',
    replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'b75d1c38-0e6a-4f92-a7d4-3c8b5f16e902' },
  }),
})
