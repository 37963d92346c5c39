import { scenario } from '../../../lib/scenario.ts'
import calendarToolListsFiles from '../match/m365-calendar-tool-lists-files.scenario.ts'

export default scenario({
  ...calendarToolListsFiles,
  title: 'A tool that worked with calendars is denied access to a mailbox',
  steps: calendarToolListsFiles.steps.with(-1, {
    sample: 'm365/mail-items-accessed-bind',
    at: 'P95D',
    replace: { '"ResultStatus": "Succeeded"': '"ResultStatus": "Failed"' },
  }),
})
