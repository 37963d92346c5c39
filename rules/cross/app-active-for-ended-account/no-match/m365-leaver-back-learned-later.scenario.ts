import { scenario } from '../../../lib/scenario.ts'
import leaverEndLearnedLater from '../match/m365-leaver-end-learned-later.scenario.ts'

export default scenario({
  ...leaverEndLearnedLater,
  title: 'An account is disabled for an hour, and its application reads mail later; the account records arrive late',
  steps: [
    ...leaverEndLearnedLater.steps.slice(0, 3),
    { sample: 'm365/mail-items-accessed-bind', at: 'P11DT5H' },
    { sample: 'm365/account-disabled', at: 'P11D', delivered: 'P12DT5H' },
    {
      sample: 'm365/account-disabled',
      at: 'P11DT1H',
      delivered: 'P12DT5H',
      replace: { 'Disable account.': 'Enable account.' },
    },
    {
      sample: 'm365/sign-in',
      at: 'P14D',
      personas: { 'mara.voss': 'ines.carver', 'Invoice Sync Helper': 'Berth Planner' },
    },
  ],
})
