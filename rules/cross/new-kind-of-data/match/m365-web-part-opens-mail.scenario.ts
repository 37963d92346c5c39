import { scenario } from '../../../lib/scenario.ts'
import calendarToolListsFiles from './m365-calendar-tool-lists-files.scenario.ts'

export default scenario({
  ...calendarToolListsFiles,
  title: 'The shared client of all web parts in SharePoint opens a mailbox for the first time',
  steps: calendarToolListsFiles.steps.with(-1, {
    sample: 'm365/mail-items-accessed-by-service',
    at: 'P95D',
    replace: { '9ea1ad79-fdb6-4f9a-8bc3-2b70f96e34c7': '08e18876-6177-487e-b8b5-cf950c1e598c' },
  }),
})
