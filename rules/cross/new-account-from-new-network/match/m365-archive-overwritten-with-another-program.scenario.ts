import { scenario } from '../../../lib/scenario.ts'
import deleted from './m365-archive-deletes-files-from-elsewhere.scenario.ts'

const [, last] = deleted.steps

export default scenario({
  ...deleted,
  title: 'An archive without a user writes files for weeks; from elsewhere, another program overwrites a file',
  steps: deleted.steps.with(1, {
    ...last,
    sample: 'm365/file-downloaded-by-app',
    at: 'P20DT1H',
    replace: { ...last?.replace, FileDownloaded: 'FileModified', 'Go-http-client/2.0': 'python-requests/2.32.3' },
  }),
})
