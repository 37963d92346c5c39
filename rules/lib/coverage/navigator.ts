import { attackUrl } from '../../attack/techniques.ts'
import { type AttackRelease, tacticName, techniqueIn } from '../attack-release.ts'
import { isShipped, type Rule } from '../rule.ts'
import { elementsOf } from './coverage.ts'
import { type Analytic, dataComponents, detectionStrategy } from './detection.ts'

/** A layer for the ATT&CK Navigator (layer format 4.5): each technique of a release, with the rules that detect it. */
export function navigatorLayer(rules: readonly Rule[], release: AttackRelease): object {
  const active = rules.filter(isShipped)
  const named = [...new Set(active.flatMap(({ attack }) => [...attack]))].sort()
  return {
    name: 'Consentry',
    versions: { attack: release.split('.')[0], layer: '4.5', navigator: '5.1.0' },
    domain: 'enterprise-attack',
    description: `OAuth application abuse in Microsoft 365 and Google Workspace: rules by technique of ATT&CK ${release}`,
    metadata: [{ name: 'ATT&CK', value: release }],
    techniques: named.flatMap((id) => {
      const ofStrategy = id === detectionStrategy.technique
      const on = active.filter(
        (rule) => (rule.attack as readonly string[]).includes(id) && (!ofStrategy || elementsOf(rule).length > 0),
      )
      const technique = techniqueIn(id, release)
      return technique.tactics.map((tactic) => ({
        techniqueID: technique.id,
        tactic: tacticName(tactic, release).toLowerCase().replaceAll(' ', '-'),
        score: on.length,
        comment: on
          .map(({ name }) => name)
          .sort()
          .join('\n'),
        enabled: true,
        ...(ofStrategy && { metadata: strategyMetadata() }),
        links: [{ label: technique.id, url: attackUrl(technique.id) }],
      }))
    }),
    gradient: { colors: ['#d6e9f5', '#1b6ca8'], minValue: 1, maxValue: Math.max(1, active.length) },
  }
}

function strategyMetadata(): { name: string; value: string }[] {
  const analytics: readonly Analytic[] = detectionStrategy.analytics
  return [
    { name: 'Detection strategy', value: detectionStrategy.id },
    ...analytics.map(({ id, platform, logSources }) => ({
      name: `${id} ${platform}`,
      value: Object.entries(logSources)
        .map(([source, component]) => `${source}: ${component} ${dataComponents[component]}`)
        .join('; '),
    })),
  ]
}
