import { scenario } from '../../../lib/scenario.ts'

/** Seven files with names of credentials, eight minutes apart. */
export const passwordLists = {
  sample: 'google-workspace/drive-download-by-app',
  at: 'PT2H',
  repeat: {
    every: 'PT8M',
    times: 7,
    replace: {
      'Price list 2026': [
        'Passwords',
        'Logins',
        'VPN',
        'Wi-Fi password',
        'Client secrets',
        'Credentials',
        'Passwords 2025',
      ],
    },
  },
} as const

export default scenario({
  title: 'Two hours after its authorization, an application downloads seven files with names of credentials',
  steps: [{ sample: 'google-workspace/token-authorize-mail', at: 'PT1M' }, passwordLists],
})
