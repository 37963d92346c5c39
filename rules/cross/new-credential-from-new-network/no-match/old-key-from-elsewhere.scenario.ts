import { scenario } from '../../../lib/scenario.ts'
import newKeyFromElsewhereAfterSixDays from '../match/m365-new-key-from-elsewhere-after-six-days.scenario.ts'

export default scenario({
  ...newKeyFromElsewhereAfterSixDays,
  title: 'Another secret is added to an application and used from a new network on the eighth day',
  steps: [
    {
      sample: 'entra/signin-app-new-secret',
      at: 'P1DT1H',
      replace: {
        '203.0.113.77': '198.51.100.90',
        '6d4e12f7-63d4-5026-98e8-10079628fef2': '0c1d2e3f-4a5b-4c6d-8e7f-8a9b0c1d2e3f',
      },
    },
    ...newKeyFromElsewhereAfterSixDays.steps.with(-1, { sample: 'entra/signin-app-new-secret', at: 'P27DT2H' }),
  ],
})
