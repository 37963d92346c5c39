import { scenario } from '../../../lib/scenario.ts'
import tried from './ten-passwords-tried.scenario.ts'

export default scenario({
  ...tried,
  title: 'A password grant with an unknown client ID fails for ten accounts within ten minutes',
  steps: tried.steps.with(0, {
    ...tried.steps[0],
    sample: 'entra/signin-password-grant',
    at: 'PT1M',
    replace: { '"errorCode": 0': '"errorCode": 700016', '"resultType": "0"': '"resultType": "700016"' },
  }),
})
