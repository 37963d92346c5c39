import { scenario } from '../../../lib/scenario.ts'
import base from '../match/m365-third-person-grants-mail.scenario.ts'

export default scenario({
  ...base,
  title: 'Three people let an application read their mail, the third two days after the first',
  steps: base.steps.with(-1, {
    sample: 'm365/consent-user-mail',
    at: 'P20DT0H',
    repeat: { every: 'PT25H', times: 3 },
    personas: { 'mara.voss': ['ada.brook', 'ben.oduya', 'cleo.marsh'] },
  }),
})
