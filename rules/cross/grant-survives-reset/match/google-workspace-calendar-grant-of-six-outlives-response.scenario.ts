import { scenario } from '../../../lib/scenario.ts'
import forgotten from './google-workspace-response-forgets-new-grant.scenario.ts'

const grant = { 'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar', GMAIL: 'CALENDAR' }
const call = { '"gmail"': '"calendar"', 'gmail.users.messages.list': 'calendar.events.list', GMAIL: 'CALENDAR' }
const others = ['nora.kjell', 'ole.brandt', 'ines.moreau', 'petr.novak', 'aino.lehto'] as const

export default scenario({
  ...forgotten,
  title:
    'Six users authorize an application for calendars; the password of one is changed, and it still reads their calendar after they sign in',
  steps: [
    ...forgotten.steps.map((step) => {
      if (step.sample.endsWith('token-authorize-mail')) return { ...step, replace: grant }
      return step.sample.endsWith('token-activity-gmail') ? { ...step, replace: call } : step
    }),
    ...others.map((name, index) => ({
      sample: 'google-workspace/token-authorize-mail',
      at: `PT${index + 11}M`,
      personas: { 'lena.ostrow': name },
      replace: grant,
    })),
  ],
})
