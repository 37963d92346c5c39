import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'google-workspace/authorizations-of-one',
  title: 'One person authorizes an application again and again',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H', delivered: 'PT3H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT2H', delivered: 'PT4H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT3H', delivered: 'PT5H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT4H', delivered: 'PT6H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT5H', delivered: 'PT7H' },
  ],
})
