import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A client that was delegated ten days ago works for five users',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT0S' },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'P10DT20M',
      replace: { '104567890123456789012': '112044879936650172483' },
      repeat: {
        every: 'PT7M',
        times: 5,
        replace: {
          'mara.voss': ['mara.voss', 'ole.brandt', 'ines.moreau', 'petr.novak', 'aino.lehto'],
          '100123456789012345678': [
            '100123456789012345678',
            '100123456789012345679',
            '100123456789012345670',
            '100123456789012345671',
            '100123456789012345672',
          ],
        },
      },
    },
  ],
})
