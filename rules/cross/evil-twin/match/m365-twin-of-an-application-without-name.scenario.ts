import { scenario } from '../../../lib/scenario.ts'

const twin = {
  'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a7c1e9d3-4b2f-4d68-8e5a-0f9b7c6d5e42',
  '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a': 'b8d2f0e4-5c3a-4e79-9f6b-1a0c8d7e6f53',
}

export default scenario({
  title: 'A twin gets consents before and after the name of an application that has long read mail is recorded',
  steps: [
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P2D', times: 4 } },
    {
      sample: 'm365/consent-user-mail',
      at: 'P12D',
      personas: { 'mara.voss': 'ines.carver' },
      replace: twin,
    },
    // This record shows the name of the original application. It was here first, so its own consent is no imitation.
    { sample: 'm365/consent-user-mail', at: 'P13D' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P14D',
      personas: { 'mara.voss': 'tomas.lindqvist' },
      replace: twin,
    },
  ],
})
