import { scenario } from '../../../lib/scenario.ts'
import taken from '../match/management-shell-takes-files.scenario.ts'

export default scenario({
  ...taken,
  title: 'A product written in Java downloads thirty files of a person within half an hour',
  steps: taken.steps.map((step) => ({
    ...step,
    replace: { 'Go-http-client/2.0': 'Apache-HttpClient/4.5.14 (Java/17.0.9)' },
  })),
})
