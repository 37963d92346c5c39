import { scenario } from '../../../lib/scenario.ts'
import base from '../match/m365-third-person-grants-mail.scenario.ts'

export default scenario({
  ...base,
  title: 'Three people let an application read their calendars on the day when it appears',
  steps: base.steps.with(-1, {
    sample: 'm365/consent-user-mail',
    at: 'P20DT0H',
    repeat: { every: 'PT40M', times: 3 },
    personas: { 'mara.voss': ['ada.brook', 'ben.oduya', 'cleo.marsh'] },
    replace: { 'Mail.ReadWrite Mail.Send offline_access': 'Calendars.Read' },
  }),
})
