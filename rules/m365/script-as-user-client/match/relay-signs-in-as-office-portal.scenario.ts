import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A phishing relay signs in to the Office portal',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      personas: { 'Invoice Sync Helper': 'OfficeHome' },
      replace: {
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36':
          'axios/1.8.4',
      },
    },
  ],
})
