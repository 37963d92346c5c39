import { scenario } from '../../../lib/scenario.ts'
import deleted from '../match/m365-archive-deletes-files-from-elsewhere.scenario.ts'

const [written, last] = deleted.steps

export default scenario({
  ...deleted,
  title: 'An archive without a user deletes files for weeks, moves to another provider and deletes the next file there',
  steps: [
    { ...written, replace: { ...written?.replace, FileDownloaded: 'FileVersionsAllDeleted' } },
    last,
  ] as typeof deleted.steps,
})
