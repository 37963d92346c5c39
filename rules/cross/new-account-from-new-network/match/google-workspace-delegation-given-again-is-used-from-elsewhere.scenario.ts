import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account reads mail from a new network, and again after its delegation was removed and given again',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'Inbox Pilot': 'mail-sweeper' },
      replace: { WEB: 'SERVICE_ACCOUNT', 'messages.list': 'messages.get' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT2H',
      personas: { 'Inbox Pilot': 'mail-sweeper' },
      replace: { WEB: 'SERVICE_ACCOUNT', 'messages.list': 'messages.get', '203.0.113.140': '192.0.2.33' },
    },
    { sample: 'google-workspace/admin-delegation-removed', at: 'P21D' },
    { sample: 'google-workspace/admin-delegation-granted', at: 'P24D' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P25D',
      personas: { 'Inbox Pilot': 'mail-sweeper' },
      replace: { WEB: 'SERVICE_ACCOUNT', 'messages.list': 'messages.get', '203.0.113.140': '192.0.2.33' },
    },
  ],
})
