import { scenario } from '../../../lib/scenario.ts'
import trashed from '../match/google-workspace-known-application-trashes-files-elsewhere.scenario.ts'

export default scenario({
  ...trashed,
  title: 'An application that moved a file to the trash every day moves eight files to the trash, from a new network',
  steps: trashed.steps.with(0, {
    sample: 'google-workspace/drive-download-by-app',
    at: 'PT1H',
    replace: { '"download"': '"trash"' },
    repeat: { every: 'P1D', times: 20 },
  }),
})
