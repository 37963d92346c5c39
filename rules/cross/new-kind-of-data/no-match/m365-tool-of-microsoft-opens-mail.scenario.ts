import { scenario } from '../../../lib/scenario.ts'
import calendarToolListsFiles from '../match/m365-calendar-tool-lists-files.scenario.ts'

export default scenario({
  ...calendarToolListsFiles,
  title: 'A Microsoft tool opens a mailbox for the first time',
  steps: calendarToolListsFiles.steps.with(-1, { sample: 'm365/mail-items-accessed-by-service', at: 'P95D' }),
})
