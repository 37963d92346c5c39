import { scenario } from '../../../lib/scenario.ts'
import threeAccountsLoseNewGrantsFromOneNewNetwork from '../match/three-accounts-lose-new-grants-from-one-new-network.scenario.ts'

export default scenario({
  ...threeAccountsLoseNewGrantsFromOneNewNetwork,
  title: 'Three people revoke the tokens of a product a day after their authorization, from one new network',
  steps: threeAccountsLoseNewGrantsFromOneNewNetwork.steps.with(-1, {
    sample: 'google-workspace/token-revoke-mail',
    at: 'P21DT1H',
    personas: { 'lena.ostrow': 3 },
    replace: { '198.51.100.71': '203.0.113.121' },
    repeat: { every: 'PT5M', times: 3 },
  }),
})
