import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A client receives domain-wide delegation and reads five mailboxes that night; the records arrive hours late',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT0S' },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT20M',
      delivered: 'PT200M',
      replace: { '104567890123456789012': '112044879936650172483' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT27M',
      delivered: 'PT220M',
      replace: {
        '104567890123456789012': '112044879936650172483',
        'mara.voss': 'ole.brandt',
        '100123456789012345678': '100123456789012345679',
      },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT34M',
      delivered: 'PT240M',
      replace: {
        '104567890123456789012': '112044879936650172483',
        'mara.voss': 'ines.moreau',
        '100123456789012345678': '100123456789012345670',
      },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT41M',
      delivered: 'PT260M',
      replace: {
        '104567890123456789012': '112044879936650172483',
        'mara.voss': 'petr.novak',
        '100123456789012345678': '100123456789012345671',
      },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT48M',
      delivered: 'PT280M',
      replace: {
        '104567890123456789012': '112044879936650172483',
        'mara.voss': 'aino.lehto',
        '100123456789012345678': '100123456789012345672',
      },
    },
  ],
})
