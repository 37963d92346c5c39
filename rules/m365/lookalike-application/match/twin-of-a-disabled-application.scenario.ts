import evilTwin from '../../../cross/evil-twin/match/m365-evil-twin.scenario.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  ...evilTwin,
  title: 'A user consents to an application with the name of one that an administrator disabled',
  steps: evilTwin.steps.toSpliced(-1, 0, { sample: 'm365/service-principal-disabled', at: 'P10D' }),
})
