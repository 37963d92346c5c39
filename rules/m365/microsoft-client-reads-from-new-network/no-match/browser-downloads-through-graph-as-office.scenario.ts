import { scenario } from '../../../lib/scenario.ts'
import script from '../match/script-downloads-with-the-token-of-office.scenario.ts'

export default scenario({
  ...script,
  title: 'A browser downloads a file through Microsoft Graph with the token of Office from a new network',
  steps: script.steps.map((step) =>
    step.at === 'P16D'
      ? {
          ...step,
          replace: {
            ...step.replace,
            'python-requests/2.32.3':
              'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36',
          },
        }
      : step,
  ),
})
