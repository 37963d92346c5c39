import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'google-workspace/denials-of-five',
  title: 'Five people are denied an application that the organization blocks',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-deny',
      at: 'PT1H',
      delivered: 'PT3H',
      replace: { 'priya.nand': 'lena.ostrow', '113380562947701184259': '118204417730926514083' },
    },
    {
      sample: 'google-workspace/token-deny',
      at: 'PT2H',
      delivered: 'PT4H',
      replace: { 'priya.nand': 'ole.brandt', '113380562947701184259': '118204417730926514084' },
    },
    {
      sample: 'google-workspace/token-deny',
      at: 'PT3H',
      delivered: 'PT5H',
      replace: { 'priya.nand': 'ines.moreau', '113380562947701184259': '118204417730926514085' },
    },
    {
      sample: 'google-workspace/token-deny',
      at: 'PT4H',
      delivered: 'PT6H',
      replace: { 'priya.nand': 'petr.novak', '113380562947701184259': '118204417730926514086' },
    },
    {
      sample: 'google-workspace/token-deny',
      at: 'PT5H',
      delivered: 'PT7H',
      replace: { 'priya.nand': 'aino.lehto', '113380562947701184259': '118204417730926514087' },
    },
  ],
})
