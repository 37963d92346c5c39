import { scenario } from '../../../lib/scenario.ts'
import abroadAtNight from '../match/google-workspace-token-of-a-desktop-program-used-abroad-at-night.scenario.ts'

export default scenario({
  ...abroadAtNight,
  title: 'A desktop program is used in Romania on two nights, and in Germany before and after',
  steps: abroadAtNight.steps.map((step, i) => (i === 4 ? { ...step, at: 'P21DT1H' } : step)),
})
