import { scenario } from '../../../lib/scenario.ts'
import consentWave from '../match/consent-wave.scenario.ts'

export default scenario({
  ...consentWave,
  title: 'Four people consent within a day, and a fifth person consents two days later',
  steps: consentWave.steps.with(-1, {
    sample: 'm365/consent-user-mail',
    at: 'P2DT8H',
    personas: { 'mara.voss': 'aino.lehto' },
  }),
})
