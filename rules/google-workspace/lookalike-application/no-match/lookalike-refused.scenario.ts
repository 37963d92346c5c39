import { story } from '../../../lib/story.ts'

export default story({
  id: 'google-workspace/lookalike-refused',
  title: 'An application whose name imitates Google Drive is refused',
  start: '2026-04-14T07:00:00Z',
  steps: [{ sample: 'google-workspace/token-deny', at: 'PT1M', replace: { 'Inbox Pilot': 'G00gle Drive' } }],
})
