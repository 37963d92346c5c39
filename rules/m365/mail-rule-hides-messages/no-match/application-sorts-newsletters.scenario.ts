import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application creates a rule that moves newsletters to a folder and leaves the newsletters unread',
  steps: [
    {
      sample: 'm365/inbox-rule-moves-to-rss',
      at: 'PT1M',
      replace: {
        'security@northpier.example': 'news@supplier.example',
        '"ClientAppId": ""': '"ClientAppId": "e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13"',
        '"MarkAsRead",\n      "Value": "True"': '"MarkAsRead",\n      "Value": "False"',
      },
    },
  ],
})
