import { scenario } from '../../../lib/scenario.ts'
import granted from './m365-program-granted-in-new-network-sends.scenario.ts'

export default scenario({
  ...granted,
  title: 'A program that a user granted in a new network two days ago makes a meeting there',
  steps: [
    ...granted.steps.slice(0, -1),
    { sample: 'entra/graph-user-lists-mail', at: 'P16DT2H', replace: { '203.0.113.77': '203.0.113.90' } },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P18D',
      replace: { '203.0.113.77': '203.0.113.90', '"GET"': '"POST"', '/me/messages?$top=1000': '/me/events' },
    },
  ],
})
