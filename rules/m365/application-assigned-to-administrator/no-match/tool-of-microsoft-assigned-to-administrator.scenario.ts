import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A tool of Microsoft is assigned to a Global Administrator',
  start: '2026-03-11T09:00:00Z',
  steps: [
    { sample: 'm365/role-granted-to-user', at: 'PT1H' },
    {
      sample: 'm365/user-assigned',
      at: 'P3D',
      replace: {
        '"NewValue": "0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514"': '"NewValue": "2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26"',
        '"NewValue": "mara.voss@northpier.example"': '"NewValue": "jonas.reimer@northpier.example"',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064',
      },
    },
  ],
})
