import { scenario } from '../../../lib/scenario.ts'
import deleted from '../match/m365-new-application-deletes-files.scenario.ts'

export default scenario({
  ...deleted,
  title: 'An application writes ten files on its first day',
  steps: deleted.steps.with(0, {
    ...deleted.steps[0],
    sample: 'm365/file-downloaded-by-app',
    at: 'PT1M',
    replace: { FileDownloaded: 'FileUploaded' },
  }),
})
