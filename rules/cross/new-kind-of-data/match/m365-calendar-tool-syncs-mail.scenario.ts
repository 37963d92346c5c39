import { scenario } from '../../../lib/scenario.ts'
import calendarToolListsFiles from './m365-calendar-tool-lists-files.scenario.ts'

export default scenario({
  ...calendarToolListsFiles,
  title: 'A tool that worked with calendars for three months synchronizes a mailbox',
  steps: calendarToolListsFiles.steps.with(-1, { sample: 'm365/mail-items-accessed-sync', at: 'P95D' }),
})
