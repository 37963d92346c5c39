import { scenario } from '../../../lib/scenario.ts'
import tokens from '../match/office-tokens-of-two-people.scenario.ts'

export default scenario({
  ...tokens,
  title: 'Office tokens of one person read mail from an address that the person never used before',
  steps: tokens.steps.toSpliced(3, 1),
})
