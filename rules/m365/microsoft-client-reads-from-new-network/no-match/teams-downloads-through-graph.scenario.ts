import { scenario } from '../../../lib/scenario.ts'
import script from '../match/script-downloads-with-the-token-of-office.scenario.ts'

export default scenario({
  ...script,
  title: 'Teams opens a file through Microsoft Graph on a journey',
  steps: script.steps.map((step) =>
    step.at === 'P16D'
      ? {
          ...step,
          replace: {
            ...step.replace,
            'python-requests/2.32.3':
              'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Teams/25.1.0 Chrome/134.0.0.0',
          },
        }
      : step,
  ),
})
