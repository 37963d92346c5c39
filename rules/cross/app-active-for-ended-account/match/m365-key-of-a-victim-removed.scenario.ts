import { scenario } from '../../../lib/scenario.ts'
import { byInes, payrollReadsFile, tomasIsReset } from './m365-half-of-its-permissions-removed.scenario.ts'

export default scenario({
  title:
    'A colleague resets an administrator and removes the key that the account added to an old application, which reads files from a new network',
  steps: [
    { sample: 'm365/app-role-grant-mail', at: 'PT1H' },
    { ...payrollReadsFile, at: 'PT2H', repeat: { every: 'P1D', times: 40 } },
    { sample: 'm365/credential-secret-added', at: 'P40DT1H' },
    { ...tomasIsReset, at: 'P41D' },
    { sample: 'm365/credential-removed', at: 'P41DT20M', personas: byInes },
    { ...payrollReadsFile, at: 'P43D', replace: { ...payrollReadsFile.replace, '203.0.113.77': '192.0.2.33' } },
  ],
})
