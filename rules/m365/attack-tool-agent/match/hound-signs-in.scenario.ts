import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'AzureHound signs in as an application',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      replace: {
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36':
          'azurehound/v2.1.8',
      },
    },
  ],
})
