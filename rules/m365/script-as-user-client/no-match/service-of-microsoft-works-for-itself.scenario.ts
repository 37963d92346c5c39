import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Microsoft client without a user uses a script library',
  start: '2026-04-02T08:00:00Z',
  steps: [
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'PT1M',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': '00b41c95-dab0-4487-9791-b9d2c32c80f2' },
    },
  ],
})
