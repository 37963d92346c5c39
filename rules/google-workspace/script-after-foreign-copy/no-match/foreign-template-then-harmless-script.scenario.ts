import { scenario } from '../../../lib/scenario.ts'
import foreignTemplateThenAddOn from './foreign-template-then-add-on.scenario.ts'

export default scenario({
  ...foreignTemplateThenAddOn,
  title: 'A user copies an external document and authorizes a script for her name only',
  steps: foreignTemplateThenAddOn.steps.with(-1, {
    sample: 'google-workspace/token-authorize-script',
    at: 'PT4M',
    replace: {
      'https://www.googleapis.com/auth/gmail.readonly': 'https://www.googleapis.com/auth/userinfo.email',
      'https://www.googleapis.com/auth/script.external_request': 'openid',
    },
  }),
})
