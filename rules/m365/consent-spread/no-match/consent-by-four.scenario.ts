import { scenario } from '../../../lib/scenario.ts'
import consentWave from '../match/consent-wave.scenario.ts'

export default scenario({
  ...consentWave,
  title: 'Four people consent within a day, and a fifth person consents two days later',
  steps: consentWave.steps.with(-1, {
    sample: 'm365/consent-user-mail',
    at: 'P2DT8H',
    replace: {
      'mara.voss': 'aino.lehto',
      '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '4fb06da2-9518-405d-8e42-37d61aeb2958',
    },
  }),
})
