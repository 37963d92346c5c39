import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The grant of a Microsoft tool is removed, and added again two days later',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT14M',
      bundle: 'consent',
      personas: { 'Invoice Sync Helper': 'Graph Explorer' },
    },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-removed', at: 'P2D' },
    { sample: 'm365/consent-user-mail', at: 'P4D', personas: { 'Invoice Sync Helper': 'Graph Explorer' } },
  ],
})
