import { scenario } from '../../../lib/scenario.ts'
import sharesOutside, { byApplication } from '../match/google-workspace-known-application-shares-outside.scenario.ts'

export default scenario({
  ...sharesOutside,
  title: 'An application that downloaded files for weeks shares a file with a colleague',
  steps: sharesOutside.steps.with(-1, {
    sample: 'google-workspace/drive-shared-outside',
    at: 'P21D',
    replace: {
      ...byApplication,
      'buyer@partner.example': 'joost.hale@northpier.example',
      '"value": "external"': '"value": "internal"',
    },
  }),
})
