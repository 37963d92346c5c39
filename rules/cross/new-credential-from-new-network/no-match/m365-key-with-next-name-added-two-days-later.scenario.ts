import { scenario } from '../../../lib/scenario.ts'
import keyAdded from '../match/m365-key-with-next-name-added-on-first-day-in-a-network.scenario.ts'

const [last] = keyAdded.steps.slice(-1)

export default scenario({
  ...keyAdded,
  title: 'Two days after its first sign-in from a network, an account adds a secret with the name of the next year',
  steps: keyAdded.steps.with(-1, { ...last, at: 'P22DT20M' } as NonNullable<typeof last>),
})
