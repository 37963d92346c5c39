import { story } from '../../../lib/story.ts'

export default story({
  id: 'm365/owner-not-added',
  title: 'Adding an owner fails',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/owner-added', at: 'PT1M', replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' } },
  ],
})
