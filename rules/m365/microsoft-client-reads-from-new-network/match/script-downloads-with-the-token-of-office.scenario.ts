import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A script downloads a file with the token of Office from a new network',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P16D',
      personas: { 'Invoice Sync Helper': 'Microsoft Office' },
      replace: { '/me/messages?$top=1000': '/me/drive/items/01AZJL5PN6Y2GOVW7725BZO354PWSELRRZ/content' },
    },
  ],
})
