import { scenario } from '../../../lib/scenario.ts'
import twinOfADisabledApplication from '../match/twin-of-a-disabled-application.scenario.ts'

const twin = twinOfADisabledApplication.steps.slice(-1)

export default scenario({
  ...twinOfADisabledApplication,
  title: 'A user consents to an application that colleagues used for a month before its predecessor was disabled',
  steps: [
    ...twinOfADisabledApplication.steps.slice(0, -2),
    ...twin.map((step) => ({ ...step, personas: { 'mara.voss': 5 }, repeat: { every: 'PT1H', times: 5 } })),
    { sample: 'm365/service-principal-disabled', at: 'P45D' },
    ...twin.map((step) => ({ ...step, at: 'P46D' })),
  ],
})
