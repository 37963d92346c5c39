import { scenario } from '../../../lib/scenario.ts'
import leaverComesBackInMicrosoft from './leaver-comes-back-in-microsoft.scenario.ts'

export default scenario({
  ...leaverComesBackInMicrosoft,
  title: 'Both accounts of a leaver are disabled; another rule covers the application that still calls',
  steps: leaverComesBackInMicrosoft.steps.with(1, {
    sample: 'google-workspace/admin-user-suspended',
    at: 'P5DT1H',
    replace: { 'lena.ostrow@northpier.example': 'mara.voss@mail.northpier.example' },
  }),
})
