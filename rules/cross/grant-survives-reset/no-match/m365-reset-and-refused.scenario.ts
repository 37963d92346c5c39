import { scenario } from '../../../lib/scenario.ts'
import { refusedToListMail } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title:
    'After a password reset, an application is refused, Microsoft and internal applications run, and one reads weeks later',
  steps: [
    { sample: 'm365/mail-items-accessed-by-service', at: 'PT1M' },
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P1D', times: 4 } },
    { sample: 'm365/password-reset', at: 'P5D' },
    { sample: 'm365/sessions-revoked', at: 'P5DT1M' },
    { ...refusedToListMail, at: 'P6D' },
    { sample: 'm365/mail-items-accessed-by-service', at: 'P6DT1H' },
    { sample: 'entra/graph-app-reads-mailbox', at: 'P6DT2H' },
    { sample: 'm365/mail-items-accessed-bind', at: 'P26D' },
  ],
})
