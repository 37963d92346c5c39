import { scenario } from '../../../lib/scenario.ts'
import twoCountries from '../match/google-workspace-tokens-of-a-vendor-used-in-two-countries.scenario.ts'

export default scenario({
  ...twoCountries,
  title: 'A vendor moves to another country, does not return, and synchronizes ten times',
  steps: twoCountries.steps.toSpliced(3, 1),
})
