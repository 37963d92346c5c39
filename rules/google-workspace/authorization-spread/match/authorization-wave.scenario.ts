import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'google-workspace/authorization-wave',
  title: 'Five people authorize one application within a day; Google delivers hours late and out of order',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT1H',
      delivered: 'PT6H',
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT2H',
      delivered: 'PT4H',
      replace: { 'lena.ostrow': 'ole.brandt', '118204417730926514083': '118204417730926514084' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT5H',
      delivered: 'PT5H30M',
      redelivered: ['PT9H'],
      replace: { 'lena.ostrow': 'ines.moreau', '118204417730926514083': '118204417730926514085' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT9H',
      delivered: 'PT11H',
      replace: { 'lena.ostrow': 'petr.novak', '118204417730926514083': '118204417730926514086' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT10H',
      delivered: 'PT13H',
      replace: { 'lena.ostrow': 'aino.lehto', '118204417730926514083': '118204417730926514087' },
    },
  ],
})
