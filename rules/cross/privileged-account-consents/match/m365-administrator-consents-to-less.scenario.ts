import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Global Administrator consents for himself to access to contacts and calendars',
  steps: [
    { sample: 'm365/role-granted-to-user', at: 'PT1H' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3D',
      personas: { 'mara.voss': 'jonas.reimer' },
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' Contacts.Read openid profile' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3DT1H',
      personas: { 'mara.voss': 'jonas.reimer', 'Invoice Sync Helper': 'Berth Planner' },
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' Calendars.ReadWrite openid profile' },
    },
  ],
})
