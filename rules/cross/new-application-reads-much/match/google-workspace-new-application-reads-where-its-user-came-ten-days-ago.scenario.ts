import { scenario } from '../../../lib/scenario.ts'
import readsAtOnce from './google-workspace-new-application-reads-mail-at-once.scenario.ts'

const login = 'google-workspace/login-success'

export default scenario({
  ...readsAtOnce,
  title: 'A new web client reads mail twenty times from a network where its user first signed in ten days ago',
  steps: [
    ...readsAtOnce.steps.slice(0, 1),
    {
      sample: login,
      at: 'PT2H',
      repeat: { every: 'P1D', times: 30 },
      replace: { '"198.51.100.71"': '"198.51.100.71", "networkInfo": { "ipAsn": [64496] }' },
    },
    {
      sample: login,
      at: 'P30D',
      replace: { '"198.51.100.71"': '"203.0.113.140", "networkInfo": { "ipAsn": [64513] }' },
    },
    ...readsAtOnce.steps.slice(1),
  ],
})
