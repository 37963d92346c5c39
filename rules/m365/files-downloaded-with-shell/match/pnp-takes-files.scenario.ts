import { scenario } from '../../../lib/scenario.ts'
import taken from './management-shell-takes-files.scenario.ts'

export default scenario({
  ...taken,
  title: 'PnP PowerShell downloads thirty files within half an hour',
  steps: taken.steps.map((step) => ({
    ...step,
    replace: { 'Go-http-client/2.0': 'NONISV|SharePointPnP|PnPPS/2.12.0' },
  })),
})
