import { scenario } from '../../../lib/scenario.ts'
import newAccountBecomesOwner from '../match/new-account-becomes-owner.scenario.ts'

export default scenario({
  ...newAccountBecomesOwner,
  title: 'An account that was created two weeks ago becomes owner of an application',
  steps: newAccountBecomesOwner.steps.with(-1, { sample: 'm365/owner-added', at: 'P14D' }),
})
