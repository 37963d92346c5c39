import { scenario } from '../../../lib/scenario.ts'
import secondKeyOutlivesAResponse, { replacement } from '../match/m365-second-key-outlives-a-response.scenario.ts'

export default scenario({
  ...secondKeyOutlivesAResponse,
  title: 'The person who added the second secret replaces the first one, and the second one works from a new network',
  steps: secondKeyOutlivesAResponse.steps.with(-2, replacement),
})
