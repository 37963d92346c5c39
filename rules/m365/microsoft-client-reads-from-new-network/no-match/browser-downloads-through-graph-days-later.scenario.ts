import { scenario } from '../../../lib/scenario.ts'
import browser from '../match/browser-downloads-through-graph-as-office.scenario.ts'

const [usual, download] = browser.steps

export default scenario({
  ...browser,
  title: 'On a journey with two new networks, a browser downloads a file with the token of Office on the fourth day',
  steps: [
    usual,
    { sample: 'entra/signin-user-app', at: 'P14D', replace: { '198.51.100.23': '192.0.2.44' } },
    { sample: 'entra/signin-user-app', at: 'P15D', replace: { '198.51.100.23': '203.0.113.77' } },
    { ...download, at: 'P19D' },
  ] as typeof browser.steps,
})
