import { scenario } from '../../../lib/scenario.ts'
import readsAbroad from '../match/google-workspace-token-of-a-desktop-program-reads-abroad.scenario.ts'

export default scenario({
  ...readsAbroad,
  title: 'A desktop program reads eight messages in Romania, and is used in Germany before and after',
  steps: readsAbroad.steps.map((step, i) => (i === 4 ? { ...step, at: 'P21DT1H' } : step)),
})
