import { scenario } from '../../../lib/scenario.ts'
import foreignTemplateThenAddOn from './foreign-template-then-add-on.scenario.ts'

export default scenario({
  ...foreignTemplateThenAddOn,
  title: 'A user copies an external document and authorizes a script fifteen minutes later',
  steps: foreignTemplateThenAddOn.steps.with(-1, { sample: 'google-workspace/token-authorize-script', at: 'PT16M' }),
})
