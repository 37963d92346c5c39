import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application known for twenty days reads ten mailboxes within an hour; the records arrive hours late',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT0S',
      replace: { 'lena.ostrow': 'nora.kjell', '118204417730926514083': '118204417730926514099' },
    },

    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT3M', delivered: 'P20DT183M', replace: {} },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT8M',
      delivered: 'P20DT188M',
      replace: { 'lena.ostrow': 'ole.brandt', '118204417730926514083': '118204417730926514084' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT13M',
      delivered: 'P20DT193M',
      replace: { 'lena.ostrow': 'ines.moreau', '118204417730926514083': '118204417730926514085' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT18M',
      delivered: 'P20DT198M',
      replace: { 'lena.ostrow': 'petr.novak', '118204417730926514083': '118204417730926514086' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT23M',
      delivered: 'P20DT203M',
      replace: { 'lena.ostrow': 'aino.lehto', '118204417730926514083': '118204417730926514087' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT28M',
      delivered: 'P20DT208M',
      replace: { 'lena.ostrow': 'priya.nand', '118204417730926514083': '118204417730926514088' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT33M',
      delivered: 'P20DT213M',
      replace: { 'lena.ostrow': 'jonas.reimer', '118204417730926514083': '118204417730926514089' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT38M',
      delivered: 'P20DT218M',
      replace: { 'lena.ostrow': 'mara.voss', '118204417730926514083': '118204417730926514080' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT43M',
      delivered: 'P20DT223M',
      replace: { 'lena.ostrow': 'tomas.feld', '118204417730926514083': '118204417730926514081' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT48M',
      delivered: 'P20DT228M',
      replace: { 'lena.ostrow': 'ines.carver', '118204417730926514083': '118204417730926514082' },
    },
  ],
})
