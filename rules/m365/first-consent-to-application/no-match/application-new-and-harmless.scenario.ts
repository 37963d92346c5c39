import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'New applications after three months are refused, belong to Microsoft, or receive only the name of the user',
  start: '2025-12-01T09:00:00Z',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT1H' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P91D',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13',
        '"ResultStatus": "Success"': '"ResultStatus": "Failure"',
      },
    },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P91DT1H',
      replace: { '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a': 'a1b2c3d4-1111-4a39-8281-7e6f5d4c3b2a' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P91DT2H',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P91DT3H',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13',
        ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile',
      },
    },
  ],
})
