import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'New applications after three months are refused, belong to Microsoft, or receive only the name of the user',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT1H' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P91D',
      personas: { 'Invoice Sync Helper': 'Berth Planner' },
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
    { sample: 'm365/delegated-grant-added', at: 'P91DT1H', personas: { 'Invoice Sync Helper': 'Route Optimizer' } },
    { sample: 'm365/consent-user-mail', at: 'P91DT2H', personas: { 'Invoice Sync Helper': 'Graph Explorer' } },
    {
      sample: 'm365/consent-user-mail',
      at: 'P91DT3H',
      personas: { 'Invoice Sync Helper': 'Customs Gateway' },
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile' },
    },
  ],
})
