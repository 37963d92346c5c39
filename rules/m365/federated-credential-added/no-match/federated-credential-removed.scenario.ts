import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator removes a federated credential',
  steps: [
    {
      sample: 'm365/federated-credential-added',
      at: 'PT1M',
      replace: { '"NewValue"': '"OldValue"', '"OldValue"': '"NewValue"' },
    },
  ],
})
