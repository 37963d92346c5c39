import { scenario } from '../../../lib/scenario.ts'
import abroadAtNight from '../match/google-workspace-token-of-a-desktop-program-used-abroad-at-night.scenario.ts'

export default scenario({
  ...abroadAtNight,
  title: 'A program on a phone is used in Romania on two nights, and in Germany on the day between',
  steps: abroadAtNight.steps.map((step, i) =>
    i === 0 ? step : { ...step, replace: { ...step.replace, '"WEB"': '"NATIVE_ANDROID"' } },
  ),
})
