import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A guest adds a secret; the log writes the address in lower case',
  steps: [
    {
      sample: 'entra/audit-credential-secret-added',
      at: 'PT1M',
      replace: { 'tomas.lindqvist@northpier.example': 'eng1_contoso.example#ext#@northpier.onmicrosoft.com' },
    },
  ],
})
