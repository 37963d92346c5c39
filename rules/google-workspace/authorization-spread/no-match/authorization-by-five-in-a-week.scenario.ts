import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'google-workspace/authorization-by-five-in-a-week',
  title: 'Five people authorize one application, one each day',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P0D',
      delivered: 'P0DT2H',
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P1D',
      delivered: 'P1DT2H',
      replace: { 'lena.ostrow': 'ole.brandt', '118204417730926514083': '118204417730926514084' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P2D',
      delivered: 'P2DT2H',
      replace: { 'lena.ostrow': 'ines.moreau', '118204417730926514083': '118204417730926514085' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P3D',
      delivered: 'P3DT2H',
      replace: { 'lena.ostrow': 'petr.novak', '118204417730926514083': '118204417730926514086' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P4D',
      delivered: 'P4DT2H',
      replace: { 'lena.ostrow': 'aino.lehto', '118204417730926514083': '118204417730926514087' },
    },
  ],
})
