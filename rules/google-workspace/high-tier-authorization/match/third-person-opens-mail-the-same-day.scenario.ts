import { scenario } from '../../../lib/scenario.ts'

const read = { 'https://mail.google.com/': 'https://www.googleapis.com/auth/gmail.readonly' }

export default scenario({
  title: 'Two people let a new application send mail, and an hour later a third one lets it read mail',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20D',
      repeat: { every: 'PT10M', times: 2 },
      personas: { 'lena.ostrow': ['ada.brook', 'ben.oduya'] },
      replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/gmail.send' },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT1H', replace: read },
  ],
})
