import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A mail protocol signs in with a password alone before and after the password reset',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    {
      sample: 'entra/signin-password-grant',
      at: 'P16D',
      personas: { 'Microsoft Azure PowerShell': 'Office 365 Exchange Online' },
      replace: { 'python-requests/2.32.3': 'BAV2ROPC' },
    },
    { sample: 'm365/password-reset', at: 'P16DT4H' },
    {
      sample: 'entra/signin-password-grant',
      at: 'P17D',
      personas: { 'Microsoft Azure PowerShell': 'Office 365 Exchange Online' },
      replace: { 'python-requests/2.32.3': 'BAV2ROPC' },
    },
  ],
})
