import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A registrar makes an account of the organization a super administrator',
  steps: [
    {
      sample: 'google-workspace/admin-role-to-user',
      at: 'P8D',
      replace: {
        'joost.hale@northpier.example': 'provisioning@registrar.example',
        '102946617803351720948': '102946617803351720999',
      },
    },
  ],
})
