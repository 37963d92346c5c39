import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A program searches a mailbox for three words about access',
  steps: [
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT1M',
      repeat: {
        every: 'PT2M',
        times: 3,
        replace: { '$top=1000': ['$search=%22vpn%22', '$search=%22MFA%22', '$search=%22password%22'] },
      },
    },
  ],
})
