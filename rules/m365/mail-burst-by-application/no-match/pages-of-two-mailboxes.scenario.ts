import { scenario } from '../../../lib/scenario.ts'
import base, { tenMessages } from '../match/messages-of-three-mailboxes-read-in-pages.scenario.ts'

export default scenario({
  ...base,
  title: 'Two people consent to a new application, which reads their mailboxes in twenty pages',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1M',
      repeat: { every: 'PT1M', times: 2 },
      personas: { 'mara.voss': 2 },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT10M',
      repeat: { every: 'PT2M', times: 20 },
      personas: { 'mara.voss': 2 },
      replace: tenMessages,
    },
  ],
})
