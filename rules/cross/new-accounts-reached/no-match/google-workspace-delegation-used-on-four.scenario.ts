import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A client is delegated, and works for four users, one of them again',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT0S' },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT20M',
      replace: { '104567890123456789012': '112044879936650172483' },
      repeat: {
        every: 'PT7M',
        times: 5,
        replace: {
          'mara.voss': ['mara.voss', 'ole.brandt', 'ines.moreau', 'petr.novak', 'mara.voss'],
          '100123456789012345678': [
            '100123456789012345678',
            '100123456789012345679',
            '100123456789012345670',
            '100123456789012345671',
            '100123456789012345678',
          ],
        },
      },
    },
  ],
})
