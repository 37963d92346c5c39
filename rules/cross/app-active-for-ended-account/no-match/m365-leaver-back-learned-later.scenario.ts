import { scenario } from '../../../lib/scenario.ts'
import { colleagueSignsIn } from '../../../m365/scenarios/steps.ts'
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
    { ...colleagueSignsIn, at: 'P14D' },
  ],
})
