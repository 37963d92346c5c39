import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A guest may run a flow, but not change it',
  steps: [
    {
      sample: 'm365/flow-shared',
      at: 'P16D',
      replace: {
        'lena.kurz@partner.example': 'lena.kurz_partner.example#EXT#@northpier.example',
        '"SharingPermission": 3': '"SharingPermission": 2',
      },
    },
  ],
})
