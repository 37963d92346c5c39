import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator removes a federated credential',
  start: '2026-03-12T13:50:00Z',
  steps: [
    {
      sample: 'm365/federated-credential-added',
      at: 'PT1M',
      replace: { '"NewValue"': '"OldValue"', '"OldValue"': '"NewValue"' },
    },
  ],
})
