import { scenario } from '../../../lib/scenario.ts'
import taken from './management-shell-takes-files.scenario.ts'

export default scenario({
  ...taken,
  title: 'The library of Python, which writes its name with a capital, downloads thirty files within half an hour',
  steps: taken.steps.map((step) => ({ ...step, replace: { 'Go-http-client/2.0': 'Python-urllib/3.11' } })),
})
