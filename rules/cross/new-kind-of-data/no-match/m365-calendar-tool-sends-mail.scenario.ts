import { scenario } from '../../../lib/scenario.ts'
import calendarToolListsFiles from '../match/m365-calendar-tool-lists-files.scenario.ts'

export default scenario({
  ...calendarToolListsFiles,
  title: 'A tool that worked with calendars sends a message',
  steps: calendarToolListsFiles.steps.with(-1, { sample: 'm365/mail-sent-by-app', at: 'P95D' }),
})
