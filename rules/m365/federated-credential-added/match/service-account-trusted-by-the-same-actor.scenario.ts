import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account makes an application trust its pipeline and, a month later, a Google service account',
  steps: [
    { sample: 'm365/federated-credential-added', at: 'PT1H' },
    {
      sample: 'm365/federated-credential-added',
      at: 'P30D',
      replace: {
        '922fe484-1c6d': '922fe484-1c61',
        'https://token.actions.githubusercontent.com': 'https://accounts.google.com',
        'repo:northpier-tools/release:ref:refs/heads/main': '109846510038216470221',
      },
    },
  ],
})
