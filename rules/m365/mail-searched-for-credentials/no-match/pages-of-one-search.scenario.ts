import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A program searches for two words about credentials, one of them twice, and for other words',
  steps: [
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT1M',
      repeat: {
        every: 'PT2M',
        times: 5,
        replace: {
          '$top=1000': [
            '$search=%22password%22',
            '$search=%22password%22',
            '$search=%22secret%22',
            '$search=%22invoice%22',
            '$search=%22agenda%22',
          ],
        },
      },
    },
  ],
})
