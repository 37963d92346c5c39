import { scenario } from '../../../lib/scenario.ts'
import abroadAtNight from '../match/google-workspace-token-of-a-desktop-program-used-abroad-at-night.scenario.ts'

export default scenario({
  ...abroadAtNight,
  title: 'A desktop program is used in Romania, where its user signed in, on two nights, and in Germany between',
  steps: abroadAtNight.steps.toSpliced(3, 0, {
    sample: 'google-workspace/login-success',
    at: 'P19DT17H',
    replace: { '198.51.100.71': '192.0.2.77' },
  }),
})
