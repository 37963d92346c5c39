import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Somebody assigns an application to a user',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/user-assigned',
      at: 'P3D',
      replace: {
        '"NewValue": "0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514"': '"NewValue": "2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26"',
        '"NewValue": "mara.voss@northpier.example"': '"NewValue": "jonas.reimer@northpier.example"',
      },
    },
  ],
})
