import { scenario } from '../../../lib/scenario.ts'
import sleeping from './m365-sleeping-grant.scenario.ts'

const personas = { 'mara.voss': 'ole.brandt' }

export default scenario({
  ...sleeping,
  title: 'Two accounts granted an application access six weeks ago, and it uses their grants a day apart',
  steps: [
    ...sleeping.steps,
    ...sleeping.steps.slice(1, -1).map((step) => ({ ...step, at: 'PT20M', personas })),
    ...sleeping.steps.slice(-1).map((step) => ({ ...step, at: 'P43D', personas })),
  ],
})
