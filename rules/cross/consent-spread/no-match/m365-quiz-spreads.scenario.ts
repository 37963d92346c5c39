import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The members of a team sign in to a quiz that receives only their names',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/sign-in', at: 'PT0S', repeat: { every: 'P1D', times: 20 }, replace: { e2f4c6a8: '0c9a52b1' } },
    {
      sample: 'm365/consent-user-sign-in-only',
      at: 'P20DT1M',
      repeat: {
        every: 'PT1M',
        times: 5,
        replace: {
          'jonas.reimer': ['ada.brook', 'ben.oduya', 'cleo.marsh', 'dana.fisk', 'jonas.reimer'],
          '2f8d4b17-6c3e': ['2f8d4b17-6c30', '2f8d4b17-6c31', '2f8d4b17-6c32', '2f8d4b17-6c33', '2f8d4b17-6c3e'],
        },
      },
    },
  ],
})
