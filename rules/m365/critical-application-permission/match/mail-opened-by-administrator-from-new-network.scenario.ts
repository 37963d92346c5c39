import { scenario } from '../../../lib/scenario.ts'
import { signInElsewhere } from '../../scenarios/steps.ts'

export default scenario({
  title: 'An administrator grants an application access to all mailboxes an hour after a sign-in from a new network',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { ...signInElsewhere, at: 'P16D' },
    { sample: 'm365/app-role-grant-mail', at: 'P16DT1H', personas: { 'tomas.lindqvist': 'mara.voss' } },
  ],
})
