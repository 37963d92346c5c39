import { scenario } from '../../../lib/scenario.ts'

const pages = ['', '&$skiptoken=1', '&$skiptoken=2', '&%24skip=25', '&$skip=50']
const searches = ['password', 'secret'].flatMap((word) => pages.map((page) => `$search=%22${word}%22${page}`))
const words = [...searches, '$search=%22secretariat%22', '$search=%22secretary%22', '$search=%22Secretary%22']

export default scenario({
  title: 'A program reads the result pages of searches for two words about credentials, and searches for a secretary',
  steps: [
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT1M',
      repeat: { every: 'PT1M', times: words.length, replace: { '$top=1000': words } },
    },
  ],
})
