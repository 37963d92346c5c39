import { scenario } from '../../../lib/scenario.ts'

const synchronized = { 'tomas.lindqvist@northpier.example': 'svc.sync_contoso.example#EXT#@northpier.onmicrosoft.com' }

export default scenario({
  title: 'An account of another tenant adds a secret, in both logs',
  steps: [
    { sample: 'm365/credential-secret-added', at: 'PT1M', replace: synchronized },
    { sample: 'entra/audit-credential-secret-added', at: 'PT9H', replace: synchronized },
  ],
})
