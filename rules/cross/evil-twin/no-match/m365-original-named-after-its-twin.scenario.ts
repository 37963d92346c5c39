import { scenario } from '../../../lib/scenario.ts'
import twinOfAnApplicationWithoutName from '../match/m365-twin-of-an-application-without-name.scenario.ts'

export default scenario({
  title: 'An application that has long read mail gets a consent after an application of the same name without mail',
  steps: twinOfAnApplicationWithoutName.steps.slice(0, -1).map((step) =>
    step.at === 'P12D'
      ? {
          ...step,
          replace: { ...step.replace, ' Mail.ReadWrite Mail.Send offline_access openid profile': ' openid profile' },
        }
      : step,
  ),
})
