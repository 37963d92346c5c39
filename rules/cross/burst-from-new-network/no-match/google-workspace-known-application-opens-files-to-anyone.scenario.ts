import { scenario } from '../../../lib/scenario.ts'
import young from '../match/google-workspace-young-application-opens-files-to-anyone.scenario.ts'

export default scenario({
  ...young,
  title: 'A month after its authorization, an application opens eight files to anyone with the link',
  steps: young.steps.map((step) => ({ ...step, at: step.at === 'P2D' ? 'P31D' : step.at })),
})
