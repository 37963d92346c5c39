import { scenario } from '../../../lib/scenario.ts'
import newApplicationReadsSixtyMessagesAtOnce from '../match/new-application-reads-sixty-messages-at-once.scenario.ts'

export default scenario({
  ...newApplicationReadsSixtyMessagesAtOnce,
  title: 'A Microsoft client reads sixty messages in one record on its first day, and a known client is refused',
  steps: [
    ...newApplicationReadsSixtyMessagesAtOnce.steps.slice(0, -1),
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P40DT1H',
      personas: { 'Invoice Sync Helper': 'Microsoft Office' },
      replace: { '"FolderItems"': '"Left"', '"OperationCount": 3': '"OperationCount": 60' },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P40DT2H',
      replace: { '"Succeeded"': '"Failed"', '"FolderItems"': '"Left"', '"OperationCount": 3': '"OperationCount": 60' },
    },
  ],
})
