import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Four applications are registered within ten minutes, and one record arrives late',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT3M',
    },
    {
      sample: 'm365/application-added',
      at: 'PT6M',
      delivered: 'PT8M',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': '8c4fae26-3d50-4b79-82f1-6e9d708b3c45' },
    },
    {
      sample: 'm365/application-added',
      at: 'PT9M',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': '9d50bf37-4e61-4c8a-9302-7fae819c4d56' },
    },
    {
      sample: 'm365/application-added',
      at: 'PT12M',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'ae61c048-5f72-4d9b-8413-80bf92ad5e67' },
    },
  ],
})
