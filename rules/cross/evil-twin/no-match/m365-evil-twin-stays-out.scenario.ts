import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A second application with the same name is added, and the consent to the application fails',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    {
      sample: 'm365/service-principal-added',
      at: 'P12D',
      personas: { 'mara.voss': 'ines.carver' },
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a7c1e9d3-4b2f-4d68-8e5a-0f9b7c6d5e42',
        '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a': 'b8d2f0e4-5c3a-4e79-9f6b-1a0c8d7e6f53',
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P12DT1M',
      personas: { 'mara.voss': 'ines.carver' },
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a7c1e9d3-4b2f-4d68-8e5a-0f9b7c6d5e42',
        '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a': 'b8d2f0e4-5c3a-4e79-9f6b-1a0c8d7e6f53',
        '"ResultStatus": "Success"': '"ResultStatus": "Failure"',
      },
    },
  ],
})
