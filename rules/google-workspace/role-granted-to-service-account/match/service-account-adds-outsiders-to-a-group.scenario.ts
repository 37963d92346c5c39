import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account adds an outsider to a group twice, eight days apart',
  steps: [
    {
      sample: 'google-workspace/admin-group-member-added',
      at: ['P8D', 'P16D'],
      replace: {
        'joost.hale@northpier.example': 'mail-sweeper@pier-automation.iam.gserviceaccount.com',
        '102946617803351720948': '104567890123456789012',
        'priya.nand@northpier.example': 'd.keller@mail.example',
      },
    },
  ],
})
