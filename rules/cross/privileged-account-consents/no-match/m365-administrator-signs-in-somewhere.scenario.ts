import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Global Administrator signs in to an application that receives only his name',
  steps: [
    { sample: 'm365/role-granted-to-user', at: 'PT1H' },
    { sample: 'm365/consent-user-sign-in-only', at: 'P3D' },
  ],
})
