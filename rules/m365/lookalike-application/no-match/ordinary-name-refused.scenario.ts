import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The registration of an application with an ordinary name is refused',
  steps: [{ sample: 'm365/application-name-refused', at: 'PT1M', replace: { 'Micros0ft Outlook': 'Berth Planner' } }],
})
