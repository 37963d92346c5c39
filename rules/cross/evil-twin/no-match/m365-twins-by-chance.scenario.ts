import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Pairs of applications share the name Test, a name of dots, or the name of a Microsoft tool',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1H',
      replace: {
        'Invoice Sync Helper': 'Test',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13',
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P2D',
      replace: {
        'Invoice Sync Helper': 'Test',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13',
        'mara.voss': 'ines.carver',
        '0b7c2f6e-51d4': '0b7c2f6e-61d4',
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT2H',
      replace: {
        'Invoice Sync Helper': '....',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a1b2c3d4-0003-4f5e-9a7c-8d6b4e2f0a13',
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P2DT1H',
      replace: {
        'Invoice Sync Helper': '....',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a1b2c3d4-0004-4f5e-9a7c-8d6b4e2f0a13',
        'mara.voss': 'ines.carver',
        '0b7c2f6e-51d4': '0b7c2f6e-61d4',
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT3H',
      replace: {
        'Invoice Sync Helper': 'Graph Explorer',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a1b2c3d4-0005-4f5e-9a7c-8d6b4e2f0a13',
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P2DT2H',
      replace: {
        'Invoice Sync Helper': 'Graph Explorer',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064',
        'mara.voss': 'ines.carver',
        '0b7c2f6e-51d4': '0b7c2f6e-61d4',
      },
    },
  ],
})
