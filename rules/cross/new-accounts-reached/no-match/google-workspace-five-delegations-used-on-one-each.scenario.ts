import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five clients receive delegation, and each client acts for one user',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'PT0M',
      replace: { '112044879936650172483': '112044879936650172480' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT20M',
      replace: { '104567890123456789012': '112044879936650172480' },
    },
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'PT1M',
      replace: { '112044879936650172483': '112044879936650172481' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT27M',
      replace: {
        '104567890123456789012': '112044879936650172481',
        'mara.voss': 'ole.brandt',
        '100123456789012345678': '100123456789012345679',
      },
    },
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'PT2M',
      replace: { '112044879936650172483': '112044879936650172482' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT34M',
      replace: {
        '104567890123456789012': '112044879936650172482',
        'mara.voss': 'ines.moreau',
        '100123456789012345678': '100123456789012345670',
      },
    },
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'PT3M',
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT41M',
      replace: {
        '104567890123456789012': '112044879936650172483',
        'mara.voss': 'petr.novak',
        '100123456789012345678': '100123456789012345671',
      },
    },
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'PT4M',
      replace: { '112044879936650172483': '112044879936650172484' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT48M',
      replace: {
        '104567890123456789012': '112044879936650172484',
        'mara.voss': 'aino.lehto',
        '100123456789012345678': '100123456789012345672',
      },
    },
  ],
})
