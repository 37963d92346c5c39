import { scenario } from '../../../lib/scenario.ts'
import sharesOutside, { byApplication } from './google-workspace-known-application-shares-outside.scenario.ts'

export default scenario({
  ...sharesOutside,
  title: 'An application shares a file with a colleague, and days later for the first time with a stranger',
  steps: sharesOutside.steps.toSpliced(1, 0, {
    sample: 'google-workspace/drive-shared-outside',
    at: 'P16D',
    replace: {
      ...byApplication,
      'buyer@partner.example': 'joost.hale@northpier.example',
      '"value": "external"': '"value": "internal"',
    },
  }),
})
