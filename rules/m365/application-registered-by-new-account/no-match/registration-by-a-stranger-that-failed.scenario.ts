import { scenario } from '../../../lib/scenario.ts'
import registrationByAStranger from '../match/registration-by-a-stranger.scenario.ts'

export default scenario({
  ...registrationByAStranger,
  title: 'A new account fails to register an application, and deletes an application',
  steps: [
    ...registrationByAStranger.steps.slice(0, -1),
    {
      sample: 'm365/application-added',
      at: 'P92D',
      personas: { 'tomas.lindqvist': 'jonas.reimer' },
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
    { sample: 'm365/application-deleted', at: 'P92DT1H', personas: { 'tomas.lindqvist': 'jonas.reimer' } },
  ],
})
