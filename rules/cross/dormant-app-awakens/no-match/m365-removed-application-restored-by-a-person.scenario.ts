import { scenario } from '../../../lib/scenario.ts'
import returns from '../match/m365-removed-application-returns.scenario.ts'

export default scenario({
  ...returns,
  title: 'An application that a person adds again two days after its removal reads mail',
  steps: returns.steps.with(3, { sample: 'm365/service-principal-added', at: 'P12D' }),
})
