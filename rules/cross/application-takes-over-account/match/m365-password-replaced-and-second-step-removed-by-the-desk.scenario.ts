import { scenario } from '../../../lib/scenario.ts'
import replaced from './m365-password-and-method-replaced-by-the-desk.scenario.ts'

const removals = ['Admin deleted security info', 'Disable Strong Authentication']

export default scenario({
  ...replaced,
  title:
    'An administrator in the office resets a password and removes the second step, and the account signs in from a new network, on two days',
  steps: [
    ...replaced.steps.slice(0, 1),
    ...removals.flatMap((removal, day) =>
      replaced.steps.slice(1).map((step, index) => ({
        ...step,
        at: String(step.at).replace('P20D', `P${20 + 2 * day}D`),
        replace: {
          ...step.replace,
          ...(index === 1 && { 'Reset user password': removal }),
          ...(index === 2 && { '198.51.100.23': day === 0 ? '192.0.2.34' : '203.0.113.34' }),
        },
      })),
    ),
  ],
})
