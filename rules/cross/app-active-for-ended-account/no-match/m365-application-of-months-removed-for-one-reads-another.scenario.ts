import { scenario } from '../../../lib/scenario.ts'
import removed from '../match/m365-application-removed-for-one-reads-another.scenario.ts'

export default scenario({
  ...removed,
  title:
    'An administrator resets an account and removes its grant of an application that a colleague has used for seven weeks',
  steps: [
    ...removed.steps.slice(0, 2),
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P2D',
      personas: { 'mara.voss': 'ole.brandt' },
      repeat: { every: 'P2D', times: 26 },
    },
    { sample: 'm365/password-reset', at: 'P50D' },
    { sample: 'm365/delegated-grant-removed', at: 'P50DT10M' },
  ],
})
