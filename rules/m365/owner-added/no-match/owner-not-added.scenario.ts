import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Adding an owner fails',
  steps: [
    { sample: 'm365/owner-added', at: 'PT1M', replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' } },
  ],
})
