import { scenario } from '../../../lib/scenario.ts'
import newApplicationReadsSixtyMessagesAtOnce from '../match/new-application-reads-sixty-messages-at-once.scenario.ts'

export default scenario({
  ...newApplicationReadsSixtyMessagesAtOnce,
  title: 'An application reads forty-nine messages in one record, and sixty on its fourth day',
  steps: [
    ...newApplicationReadsSixtyMessagesAtOnce.steps.slice(0, -1),
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P40DT1H',
      replace: { '"FolderItems"': '"Left"', '"OperationCount": 3': '"OperationCount": 49' },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P43DT2H',
      replace: { '"FolderItems"': '"Left"', '"OperationCount": 3': '"OperationCount": 60' },
    },
  ],
})
