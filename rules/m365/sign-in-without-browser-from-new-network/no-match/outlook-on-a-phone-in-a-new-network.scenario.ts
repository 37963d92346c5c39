import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Outlook on the new phone of a user renews its token in the network of a carrier',
  steps: [
    { sample: 'entra/signin-command-line', at: ['PT1M', 'P8D'] },
    {
      sample: 'entra/signin-command-line-elsewhere',
      at: 'P16D',
      replace: {
        '04b07795-8ddb-461a-bbee-02f9e1bf7b46': '27922004-5251-4030-b22d-91ecd9a37ea4',
        'Microsoft Azure CLI': 'Outlook Mobile',
        'python-requests/2.32.3':
          'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
      },
    },
  ],
})
