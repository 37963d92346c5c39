import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three users connect an application to their calendars; a fourth grants it mail after a month',
  start: '2026-03-10T08:00:00Z',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1M',
      personas: { 'mara.voss': ['ole.brandt', 'lena.ostrow', 'joost.hale'] },
      replace: { 'Mail.ReadWrite Mail.Send offline_access': 'Calendars.Read' },
      repeat: { every: 'P1D', times: 3 },
    },
    { sample: 'm365/consent-user-mail', at: 'P40D' },
  ],
})
