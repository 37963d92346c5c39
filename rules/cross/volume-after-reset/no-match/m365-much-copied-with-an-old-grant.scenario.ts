import { scenario } from '../../../lib/scenario.ts'
import { colleagueSignsIn } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'A password is reset, and an application with an older consent downloads files for a day',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT5M' },
    { sample: 'm365/file-downloaded-by-app', at: 'PT1H', repeat: { every: 'PT12H', times: 16 } },
    { sample: 'm365/password-reset', at: 'P9DT12H' },
    { sample: 'm365/file-downloaded-by-app', at: 'P9DT15H', repeat: { every: 'PT5M', times: 280 } },
    { ...colleagueSignsIn, at: 'P12D' },
  ],
})
