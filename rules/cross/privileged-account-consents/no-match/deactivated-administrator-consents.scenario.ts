import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account deactivates its role before a consent to a mail application',
  steps: [
    { sample: 'entra/audit-role-activated-in-pim', at: 'PT1H' },
    { sample: 'entra/audit-role-deactivated-in-pim', at: 'PT3H' },
    { sample: 'm365/consent-user-mail', at: 'P3D', personas: { 'mara.voss': 'jonas.reimer' } },
  ],
})
