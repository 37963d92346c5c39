import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application with access to administrative units receives permission to manage all roles',
  steps: [
    { sample: 'm365/app-role-grant-low', at: 'PT1H' },
    { sample: 'm365/app-role-grant-critical', at: 'P20D' },
  ],
})
