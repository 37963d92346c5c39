import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that could read administrative units gets a right over all roles',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/app-role-grant-low', at: 'PT1H' },
    { sample: 'm365/app-role-grant-critical', at: 'P20D' },
  ],
})
