// How ATT&CK 18.1 detects T1671: one strategy with an analytic for each kind of platform. Each sentence of an analytic,
// in our words, lists its elements. Release 19 was not available for comparison: both releases use the IDs of 18.1.
import type { Element } from './elements.ts'

export const dataComponents = {
  DC0038: 'Application Log Content',
  DC0066: 'Active Directory Object Modification',
  DC0069: 'Cloud Service Modification',
} as const

export interface Analytic {
  readonly id: string
  readonly platform: string
  /** Log source (name in ATT&CK) → data component. */
  readonly logSources: Readonly<Record<string, keyof typeof dataComponents>>
  readonly sentences: readonly { readonly asks: string; readonly answeredBy: readonly Element[] }[]
}

export const detectionStrategy = {
  id: 'DET0539',
  technique: 'T1671',
  analytics: [
    {
      id: 'AN1487',
      platform: 'Office Suite',
      logSources: { 'm365:unified': 'DC0066', 'azure:audit': 'DC0069' },
      sentences: [
        { asks: 'a new application is registered', answeredBy: ['created'] },
        { asks: 'an unexpected consent is given', answeredBy: ['consent'] },
        { asks: 'an application receives privileges', answeredBy: ['permission', 'delegation'] },
        { asks: 'changes to an application are correlated with its activity', answeredBy: ['chain'] },
      ],
    },
    {
      id: 'AN1488',
      platform: 'SaaS',
      logSources: { 'saas:integration': 'DC0069', 'saas:audit': 'DC0038' },
      sentences: [
        { asks: 'an application is added that nobody approved', answeredBy: ['added'] },
        { asks: 'an application receives unusual permissions', answeredBy: ['permission', 'delegation'] },
        { asks: 'an application keeps its access by tokens of its own', answeredBy: ['credential', 'tokens'] },
        { asks: 'an integration continues after its user was disabled', answeredBy: ['outlives'] },
      ],
    },
  ],
} as const satisfies { id: string; technique: string; analytics: readonly Analytic[] }
