import { scenario } from '../../../lib/scenario.ts'
import threeAccountsAuthorizeFromOneNewNetwork from './three-accounts-authorize-from-one-new-network.scenario.ts'

export default scenario({
  ...threeAccountsAuthorizeFromOneNewNetwork,
  title: 'Three people sign in from one network that is new to all three, and authorize a product for their contacts',
  steps: [
    ...threeAccountsAuthorizeFromOneNewNetwork.steps.slice(0, 2),
    {
      sample: 'google-workspace/login-success',
      at: 'P19DT23H',
      personas: { 'lena.ostrow': 3 },
      replace: { '198.51.100.71': '203.0.113.121' },
      repeat: { every: 'PT1M', times: 3 },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20D',
      repeat: { every: 'PT20M', times: 3 },
      personas: { 'lena.ostrow': 3, 'Inbox Pilot': 'Mozilla Thunderbird' },
      replace: {
        '198.51.100.71': '203.0.113.121',
        '64496': '64511',
        'https://mail.google.com/': 'https://www.googleapis.com/auth/contacts',
        '"WEB"': '"NATIVE_DESKTOP"',
      },
    },
  ],
})
