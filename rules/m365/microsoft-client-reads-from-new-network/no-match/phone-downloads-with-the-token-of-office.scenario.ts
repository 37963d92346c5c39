import { scenario } from '../../../lib/scenario.ts'
import script from '../match/script-downloads-with-the-token-of-office.scenario.ts'

export default scenario({
  ...script,
  title:
    'A program on a phone, with a library of such programs, downloads a file with the token of Office on a journey',
  steps: script.steps.map((step, i) =>
    i === 0 ? step : { ...step, replace: { ...step.replace, 'python-requests/2.32.3': 'okhttp/4.12.0' } },
  ),
})
