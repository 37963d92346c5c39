import { scenario } from '../../../lib/scenario.ts'
import downloaded from '../match/browser-downloads-with-the-token-of-office.scenario.ts'

const [...steps] = downloaded.steps
const download = steps.at(-1)

export default scenario({
  ...downloaded,
  title: 'The same browser downloads a file as Office in the usual network, and then in the second new network',
  steps: [{ ...download, at: 'P1D' }, ...steps] as typeof downloaded.steps,
})
