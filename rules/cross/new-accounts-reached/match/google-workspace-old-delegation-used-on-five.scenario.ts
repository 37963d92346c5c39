import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'google-workspace/old-delegation-used-on-five',
  title: 'A client that was delegated ten days ago works for five users',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT0S' },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'P10DT20M',
      replace: { '104567890123456789012': '112044879936650172483' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'P10DT27M',
      replace: {
        '104567890123456789012': '112044879936650172483',
        'mara.voss': 'ole.brandt',
        '100123456789012345678': '100123456789012345679',
      },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'P10DT34M',
      replace: {
        '104567890123456789012': '112044879936650172483',
        'mara.voss': 'ines.moreau',
        '100123456789012345678': '100123456789012345670',
      },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'P10DT41M',
      replace: {
        '104567890123456789012': '112044879936650172483',
        'mara.voss': 'petr.novak',
        '100123456789012345678': '100123456789012345671',
      },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'P10DT48M',
      replace: {
        '104567890123456789012': '112044879936650172483',
        'mara.voss': 'aino.lehto',
        '100123456789012345678': '100123456789012345672',
      },
    },
  ],
})
