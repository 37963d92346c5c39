import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user makes a guest an owner of a flow',
  steps: [
    {
      sample: 'm365/flow-shared',
      at: 'P16D',
      replace: { 'lena.kurz@partner.example': 'lena.kurz_partner.example#EXT#@northpier.example' },
    },
  ],
})
