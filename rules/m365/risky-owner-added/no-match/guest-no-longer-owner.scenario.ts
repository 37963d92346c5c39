import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A guest loses the ownership of an application',
  steps: [
    {
      sample: 'm365/owner-added',
      at: 'PT1M',
      replace: {
        'jonas.reimer@northpier.example': 'k.arden_fairlead.example#EXT#@northpier.onmicrosoft.com',
        '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26': '5c0e7b12-94ad-4f36-8d21-b7a60f3c9e48',
        '10032002B7C8D9E0': '10032003C4D5E6F7',
        '"Member"': '"Guest"',
        'Add owner to application.': 'Remove owner from application.',
      },
    },
  ],
})
