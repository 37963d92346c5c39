import { scenario } from '../../../lib/scenario.ts'
import taken from '../match/management-shell-takes-files.scenario.ts'

export default scenario({
  ...taken,
  title: 'Windows Explorer opens thirty files of a library that is connected as a drive',
  steps: taken.steps.map((step) => ({
    ...step,
    replace: { 'Go-http-client/2.0': 'Microsoft-WebDAV-MiniRedir/10.0.19045' },
  })),
})
