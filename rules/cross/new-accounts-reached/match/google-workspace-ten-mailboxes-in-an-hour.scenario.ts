import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application known for twenty days reads ten mailboxes within an hour; the records arrive hours late',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT0S', cast: { 'lena.ostrow': 'nora.kjell' } },

    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT3M', delivered: 'P20DT183M', replace: {} },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT8M',
      delivered: 'P20DT188M',
      cast: { 'lena.ostrow': 'ole.brandt' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT13M',
      delivered: 'P20DT193M',
      cast: { 'lena.ostrow': 'ines.moreau' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT18M',
      delivered: 'P20DT198M',
      cast: { 'lena.ostrow': 'petr.novak' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT23M',
      delivered: 'P20DT203M',
      cast: { 'lena.ostrow': 'aino.lehto' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT28M',
      delivered: 'P20DT208M',
      cast: { 'lena.ostrow': 'priya.nand' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT33M',
      delivered: 'P20DT213M',
      cast: { 'lena.ostrow': 'jonas.reimer' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT38M',
      delivered: 'P20DT218M',
      cast: { 'lena.ostrow': 'mara.voss' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT43M',
      delivered: 'P20DT223M',
      cast: { 'lena.ostrow': 'tomas.feld' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT48M',
      delivered: 'P20DT228M',
      cast: { 'lena.ostrow': 'ines.carver' },
    },
  ],
})
