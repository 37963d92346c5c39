import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account loses its administrator role before a consent to a mail application',
  steps: [
    { sample: 'm365/role-granted-to-user', at: 'PT1H' },
    { sample: 'm365/role-granted-to-user', at: 'P2D', replace: { 'Add member to role.': 'Remove member from role.' } },
    { sample: 'm365/consent-user-mail', at: 'P3D', personas: { 'mara.voss': 'jonas.reimer' } },
  ],
})
