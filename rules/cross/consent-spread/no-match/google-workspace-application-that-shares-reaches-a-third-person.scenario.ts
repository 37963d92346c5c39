import { scenario } from '../../../lib/scenario.ts'
import spread from '../match/google-workspace-application-that-shares-spreads.scenario.ts'

export default scenario({
  ...spread,
  title: 'Two people authorize a new application, which shares a file, and an hour later a third person authorizes it',
  steps: spread.steps.with(1, {
    sample: 'google-workspace/token-authorize-mail',
    at: 'P20D',
    repeat: { every: 'PT10M', times: 2 },
    personas: { 'lena.ostrow': ['ada.brook', 'ben.oduya'] },
  }),
})
