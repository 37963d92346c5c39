import { scenario } from '../../../lib/scenario.ts'
import sleeping from './m365-sleeping-grant.scenario.ts'

const replace = { 'mara.voss': 'ole.brandt', '10032002A1B2C3D4': '10032002B1C2D3E4' }
const id = { '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '1c8d3a7f-62e5-4d2a-9b1f-04a3e7b8f625' }

export default scenario({
  title: 'Two accounts granted an application access six weeks ago, and it uses their grants a day apart',
  start: sleeping.start,
  steps: [
    ...sleeping.steps,
    ...sleeping.steps.slice(1, -1).map((step) => ({ ...step, at: 'PT20M', replace: { ...replace, ...id } })),
    ...sleeping.steps.slice(-1).map((step) => ({ ...step, at: 'P43D', replace })),
  ],
})
