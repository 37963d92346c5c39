import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Users consent to two new applications after three months, for contacts and for calendars',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT1H' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P91D',
      personas: { 'Invoice Sync Helper': 'Berth Planner' },
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' Contacts.Read openid profile' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P91DT1H',
      personas: { 'Invoice Sync Helper': 'Route Optimizer' },
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' Calendars.ReadWrite openid profile' },
    },
  ],
})
