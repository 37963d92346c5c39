import { scenario } from '../../../lib/scenario.ts'
import { byInes, payrollReadsFile, tomasIsReset } from '../match/m365-half-of-its-permissions-removed.scenario.ts'

export default scenario({
  title:
    'The key that a reset account added is removed, and the application continues in the network where it worked since the log began two weeks before',
  steps: [
    { sample: 'm365/app-role-grant-mail', at: 'PT1H' },
    { ...payrollReadsFile, at: 'PT2H', repeat: { every: 'PT12H', times: 44 } },
    { sample: 'm365/credential-secret-added', at: 'P15DT1H' },
    { ...tomasIsReset, at: 'P16D' },
    { sample: 'm365/credential-removed', at: 'P16DT20M', personas: byInes },
  ],
})
