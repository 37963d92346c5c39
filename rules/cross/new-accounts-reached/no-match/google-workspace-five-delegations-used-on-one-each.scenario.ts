import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five clients receive delegation, and each client acts for one user',
  steps: [
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT0M', personas: { 'mail-sweeper': 'Berth Planner' } },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT20M',
      personas: { 'invoice-sync': 'Berth Planner' },
    },
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'PT1M',
      personas: { 'mail-sweeper': 'Route Optimizer' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT27M',
      personas: { 'mara.voss': 'ole.brandt', 'invoice-sync': 'Route Optimizer' },
    },
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'PT2M',
      personas: { 'mail-sweeper': 'Customs Gateway' },
    },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT34M',
      personas: { 'mara.voss': 'ines.moreau', 'invoice-sync': 'Customs Gateway' },
    },
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT3M' },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT41M',
      personas: { 'mara.voss': 'petr.novak', 'invoice-sync': 'mail-sweeper' },
    },
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT4M', personas: { 'mail-sweeper': 'Yard Sensors' } },
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT48M',
      personas: { 'mara.voss': 'aino.lehto', 'invoice-sync': 'Yard Sensors' },
    },
  ],
})
