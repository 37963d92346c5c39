import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A developer who consents to applications every month tries an application of the own tenant with contacts',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT1H' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P60D',
      personas: { 'Invoice Sync Helper': 'Customs Gateway' },
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile' },
    },
    { sample: 'm365/application-added', at: 'P90DT23H' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P91D',
      personas: { 'Invoice Sync Helper': 'Payroll Bridge' },
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' Contacts.Read openid profile' },
    },
  ],
})
