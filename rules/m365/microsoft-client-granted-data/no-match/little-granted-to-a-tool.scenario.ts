import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user grants Graph Explorer only the own profile and calendar',
  steps: [
    {
      sample: 'm365/consent-first-party-client',
      at: 'PT1M',
      replace: { 'Mail.ReadWrite Files.ReadWrite.All Directory.AccessAsUser.All': 'User.Read Calendars.Read' },
    },
  ],
})
