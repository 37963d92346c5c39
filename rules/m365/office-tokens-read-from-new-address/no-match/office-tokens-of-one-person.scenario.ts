import { scenario } from '../../../lib/scenario.ts'
import tokens from '../match/office-tokens-of-two-people.scenario.ts'

export default scenario({
  ...tokens,
  title: 'The tokens of Office for one person read mail from an address where the person never worked before',
  steps: tokens.steps.toSpliced(3, 1),
})
