import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application known for twenty days reads ten mailboxes within an hour',
  steps: [
    { sample: 'm365/mail-items-accessed-bind', at: 'PT0S', personas: { 'mara.voss': 'nora.kjell' } },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P20DT3M',
      repeat: { every: 'PT5M', times: 4 },
      personas: { 'mara.voss': 4 },
    },
    { sample: 'm365/mail-items-accessed-sync', at: 'P20DT23M', personas: { 'mara.voss': 'aino.lehto' } },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P20DT28M',
      repeat: { every: 'PT5M', times: 5 },
      personas: { 'mara.voss': ['priya.nand', 'jonas.reimer', 'lena.ostrow', 'tomas.feld', 'ines.carver'] },
    },
  ],
})
