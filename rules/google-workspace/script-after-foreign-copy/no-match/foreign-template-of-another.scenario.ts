import { scenario } from '../../../lib/scenario.ts'
import foreignTemplateThenAddOn from './foreign-template-then-add-on.scenario.ts'

export default scenario({
  ...foreignTemplateThenAddOn,
  title: 'One user copies an external document, and another user authorizes a script',
  steps: foreignTemplateThenAddOn.steps.with(-1, {
    sample: 'google-workspace/token-authorize-script',
    at: 'PT4M',
    personas: { 'mara.voss': 'lena.ostrow' },
  }),
})
