import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to contacts for an application three days after its consent was blocked as risky',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT1H' },
    { sample: 'm365/consent-blocked-risky', at: 'P91D' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P94D',
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' Contacts.Read openid profile' },
    },
  ],
})
