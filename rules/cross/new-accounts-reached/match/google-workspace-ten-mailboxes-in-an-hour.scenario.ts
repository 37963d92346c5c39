import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application reads ten mailboxes within an hour; Google delivers hours late',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT3M', delivered: 'PT183M', replace: {} },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT8M',
      delivered: 'PT188M',
      replace: { 'lena.ostrow': 'ole.brandt', '118204417730926514083': '118204417730926514084' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT13M',
      delivered: 'PT193M',
      replace: { 'lena.ostrow': 'ines.moreau', '118204417730926514083': '118204417730926514085' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT18M',
      delivered: 'PT198M',
      replace: { 'lena.ostrow': 'petr.novak', '118204417730926514083': '118204417730926514086' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT23M',
      delivered: 'PT203M',
      replace: { 'lena.ostrow': 'aino.lehto', '118204417730926514083': '118204417730926514087' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT28M',
      delivered: 'PT208M',
      replace: { 'lena.ostrow': 'priya.nand', '118204417730926514083': '118204417730926514088' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT33M',
      delivered: 'PT213M',
      replace: { 'lena.ostrow': 'jonas.reimer', '118204417730926514083': '118204417730926514089' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT38M',
      delivered: 'PT218M',
      replace: { 'lena.ostrow': 'mara.voss', '118204417730926514083': '118204417730926514080' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT43M',
      delivered: 'PT223M',
      replace: { 'lena.ostrow': 'tomas.feld', '118204417730926514083': '118204417730926514081' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT48M',
      delivered: 'PT228M',
      replace: { 'lena.ostrow': 'ines.carver', '118204417730926514083': '118204417730926514082' },
    },
  ],
})
