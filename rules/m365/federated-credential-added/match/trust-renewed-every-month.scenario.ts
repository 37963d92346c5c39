import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account renews a federated credential every month, and only the first addition raises an alert',
  steps: [
    {
      sample: 'm365/federated-credential-added',
      at: 'PT1H',
      repeat: {
        every: 'P30D',
        times: 4,
        replace: { '922fe484-1c6d': ['922fe484-1c61', '922fe484-1c62', '922fe484-1c63', '922fe484-1c64'] },
      },
    },
  ],
})
