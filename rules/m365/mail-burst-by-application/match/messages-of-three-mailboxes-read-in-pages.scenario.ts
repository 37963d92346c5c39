import { scenario } from '../../../lib/scenario.ts'

const message = (id: string) => `{ "InternetMessageId": "<${id}@northpier.example>", "SizeInBytes": 2048 }`

/** A record of ten messages instead of three. */
export const tenMessages = {
  '"InternetMessageId": "<c3@northpier.example>",\n          "SizeInBytes": 2048\n        }': `"InternetMessageId": "<c3@northpier.example>",
          "SizeInBytes": 2048
        }, ${['d4', 'e5', 'f6', 'g7', 'h8', 'i9', 'j0'].map(message).join(', ')}`,
}

export default scenario({
  title: 'Three people consent to a new application, which reads their mailboxes in twenty pages of ten messages',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1M',
      repeat: { every: 'PT1M', times: 3 },
      personas: { 'mara.voss': 3 },
    },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT10M',
      repeat: { every: 'PT2M', times: 20 },
      personas: { 'mara.voss': 3 },
      replace: tenMessages,
    },
  ],
})
