import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user becomes Global Administrator, and consents for himself to a mail application',
  steps: [
    { sample: 'm365/role-granted-to-user', at: 'PT1H' },
    { sample: 'm365/consent-user-mail', at: 'P3D', personas: { 'mara.voss': 'jonas.reimer' } },
  ],
})
