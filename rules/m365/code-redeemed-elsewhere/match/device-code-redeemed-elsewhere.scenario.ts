import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user confirms a device code for Office in the usual network, and another network receives the token',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    {
      sample: 'entra/signin-command-line',
      at: 'P16D',
      personas: { 'Microsoft Azure CLI': 'Microsoft Office' },
      replace: { '"authenticationProtocol": "oAuth2"': '"authenticationProtocol": "deviceCode"' },
    },
    {
      sample: 'entra/signin-command-line-elsewhere',
      at: 'P16DT2M',
      personas: { 'Microsoft Azure CLI': 'Microsoft Office' },
    },
  ],
})
