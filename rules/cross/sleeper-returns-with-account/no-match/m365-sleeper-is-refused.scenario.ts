import { scenario } from '../../../lib/scenario.ts'
import { refusedToListMail } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'An account is enabled again, and a dormant application is refused',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'entra/graph-user-lists-mail', at: 'PT1H' },
    { sample: 'm365/account-disabled', at: 'P50D' },
    { sample: 'm365/account-disabled', at: 'P60D', replace: { '"Disable account."': '"Enable account."' } },
    { ...refusedToListMail, at: 'P60DT5H' },
  ],
})
