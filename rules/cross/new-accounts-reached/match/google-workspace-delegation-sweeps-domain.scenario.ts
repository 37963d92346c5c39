import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A client receives domain-wide delegation and reads five mailboxes that night; the records arrive hours late',
  steps: [
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT0S' },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT20M',
      delivered: 'PT200M',
      personas: { 'invoice-sync': 'mail-sweeper' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT27M',
      delivered: 'PT220M',
      personas: { 'mara.voss': 'ole.brandt', 'invoice-sync': 'mail-sweeper' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT34M',
      delivered: 'PT240M',
      personas: { 'mara.voss': 'ines.moreau', 'invoice-sync': 'mail-sweeper' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT41M',
      delivered: 'PT260M',
      personas: { 'mara.voss': 'petr.novak', 'invoice-sync': 'mail-sweeper' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT48M',
      delivered: 'PT280M',
      personas: { 'mara.voss': 'aino.lehto', 'invoice-sync': 'mail-sweeper' },
    },
  ],
})
