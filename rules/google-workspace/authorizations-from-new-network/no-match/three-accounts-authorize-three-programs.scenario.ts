import { scenario } from '../../../lib/scenario.ts'
import threeAccountsAuthorizeFromOneNewNetwork from '../match/three-accounts-authorize-from-one-new-network.scenario.ts'

export default scenario({
  ...threeAccountsAuthorizeFromOneNewNetwork,
  title: 'Three people authorize three different programs from one new network',
  steps: threeAccountsAuthorizeFromOneNewNetwork.steps.with(-1, {
    sample: 'google-workspace/token-authorize-mail',
    at: 'P20D',
    repeat: { every: 'PT20M', times: 3 },
    personas: { 'lena.ostrow': 3, 'Inbox Pilot': ['Berth Planner', 'Route Optimizer', 'Customs Gateway'] },
    replace: { '198.51.100.71': '203.0.113.121', '64496': '64511' },
  }),
})
