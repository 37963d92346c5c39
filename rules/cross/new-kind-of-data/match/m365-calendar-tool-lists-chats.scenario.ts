import { scenario } from '../../../lib/scenario.ts'
import calendarToolListsFiles from './m365-calendar-tool-lists-files.scenario.ts'

export default scenario({
  ...calendarToolListsFiles,
  title: 'A tool that worked with calendars for three months lists chats',
  steps: calendarToolListsFiles.steps.with(-1, {
    sample: 'entra/graph-user-lists-mail',
    at: 'P95D',
    replace: { '/v1.0/me/messages?$top=1000': '/v1.0/me/chats?$top=50' },
  }),
})
