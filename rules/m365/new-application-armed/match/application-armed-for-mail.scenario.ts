import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application receives a certificate and a permission for all mailboxes',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/credential-certificate-added', at: 'PT15M' },
    { sample: 'm365/app-role-grant-mail', at: 'PT30M' },
  ],
})
