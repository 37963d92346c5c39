import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Adding an owner fails',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/owner-added', at: 'PT1M', replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' } },
  ],
})
