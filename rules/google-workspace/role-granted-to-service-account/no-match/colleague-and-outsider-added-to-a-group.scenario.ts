import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account adds a colleague to a group, and an administrator adds an outsider',
  steps: [
    {
      sample: 'google-workspace/admin-group-member-added',
      at: 'P8D',
      replace: {
        'joost.hale@northpier.example': 'mail-sweeper@pier-automation.iam.gserviceaccount.com',
        '102946617803351720948': '104567890123456789012',
      },
    },
    {
      sample: 'google-workspace/admin-group-member-added',
      at: 'P9D',
      replace: { 'priya.nand@northpier.example': 'd.keller@mail.example' },
    },
  ],
})
