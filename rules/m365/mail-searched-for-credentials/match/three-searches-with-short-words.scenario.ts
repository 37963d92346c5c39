import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A program searches a mailbox for three short words about access, in the forms of several libraries',
  steps: [
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT1M',
      repeat: {
        every: 'PT2M',
        times: 3,
        replace: { '$top=1000': ['$search=%22company+vpn%22', '$search=%222FA%22', '$search=%22subject:mfa%22'] },
      },
    },
  ],
})
