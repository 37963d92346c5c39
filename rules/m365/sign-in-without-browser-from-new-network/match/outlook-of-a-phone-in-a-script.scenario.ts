import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A script obtains the first Outlook Mobile token of an account in a network without its owner',
  steps: [
    { sample: 'entra/signin-command-line', at: ['PT1M', 'P8D'] },
    {
      sample: 'entra/signin-command-line-elsewhere',
      at: 'P16D',
      replace: {
        '04b07795-8ddb-461a-bbee-02f9e1bf7b46': '27922004-5251-4030-b22d-91ecd9a37ea4',
        'Microsoft Azure CLI': 'Outlook Mobile',
      },
    },
  ],
})
