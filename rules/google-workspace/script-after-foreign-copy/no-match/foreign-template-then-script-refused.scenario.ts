import { scenario } from '../../../lib/scenario.ts'
import foreignTemplateThenAddOn from './foreign-template-then-add-on.scenario.ts'

export default scenario({
  ...foreignTemplateThenAddOn,
  title: 'A user copies an external document, and its script is denied access',
  steps: foreignTemplateThenAddOn.steps.with(-1, {
    sample: 'google-workspace/token-authorize-script',
    at: 'PT4M',
    replace: { '"name": "authorize"': '"name": "deny"' },
  }),
})
