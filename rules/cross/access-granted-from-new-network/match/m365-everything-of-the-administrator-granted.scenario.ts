import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An administrator consents, only for themselves, to an application that may do everything they may do in the directory',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1M', replace: { 'Mail.ReadWrite': 'Directory.AccessAsUser.All' } },
  ],
})
