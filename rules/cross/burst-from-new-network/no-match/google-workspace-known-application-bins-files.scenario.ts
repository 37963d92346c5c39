import { scenario } from '../../../lib/scenario.ts'
import deleted from '../match/google-workspace-known-application-deletes-files.scenario.ts'

export default scenario({
  ...deleted,
  title: 'An application that only read files for weeks moves eight files to the trash, from its usual network',
  steps: deleted.steps.with(1, {
    sample: 'google-workspace/drive-download-by-app',
    at: 'P20DT1H',
    repeat: { every: 'PT10S', times: 8 },
    replace: { '"download"': '"trash"' },
  }),
})
