import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The directory names the leaver by address, Microsoft Graph by object id',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT14M26S', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M27S', bundle: 'consent' },
    { sample: 'entra/graph-user-lists-mail', at: 'PT2H', repeat: { every: 'P1D', times: 3 } },
    { sample: 'm365/account-disabled', at: 'P11D' },
    { sample: 'entra/graph-user-lists-mail', at: 'P13D' },
  ],
})
