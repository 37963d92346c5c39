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
      cast: { 'invoice-sync': 'mail-sweeper' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT27M',
      delivered: 'PT220M',
      cast: { 'mara.voss': 'ole.brandt', 'invoice-sync': 'mail-sweeper' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT34M',
      delivered: 'PT240M',
      cast: { 'mara.voss': 'ines.moreau', 'invoice-sync': 'mail-sweeper' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT41M',
      delivered: 'PT260M',
      cast: { 'mara.voss': 'petr.novak', 'invoice-sync': 'mail-sweeper' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT48M',
      delivered: 'PT280M',
      cast: { 'mara.voss': 'aino.lehto', 'invoice-sync': 'mail-sweeper' },
    },
  ],
})
