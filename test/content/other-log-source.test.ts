// An act has its alert in every log source that contains it: each scenario again, with the records of another log source.
import { describe, expect, it } from 'vitest'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { Chain } from '../../pipeline/chain.ts'
import { alertsOf, counts, evidenceRecords } from '../../pipeline/content-check/proof.ts'
import { decode } from '../../pipeline/decode/decode.ts'
import { type Alert, compileRules } from '../../rules/lib/engine.ts'
import type { Evidence, Rule } from '../../rules/lib/rule.ts'
import type { Scenario } from '../../rules/lib/scenario.ts'
import { type ToOtherLogSource, toOtherLogSource } from '../formats/other-log-source.ts'
import { isDeep, sampleOf } from '../support/deep.ts'
import { catalog, entriesOf, product, shippedRules } from '../support/product.ts'

const byId = new Map<string, Rule>(shippedRules.map((rule) => [rule.id, rule]))
const engine = compileRules(shippedRules, emptyEnvironment, catalog)

/** Alerts that another log source cannot raise, with the reason, by rule name or scenario. */
const exceptions: Readonly<Record<keyof typeof toOtherLogSource, Readonly<Record<string, string>>>> = {
  'directory audits of Entra ID': {
    'cross/m365-new-app-spreads': 'This log source has no history in the scenario.',
    'cross/m365-application-that-sends-spreads': 'The same.',
    'cross/m365-removed-application-returns': 'The same.',
    'cross/m365-password-reset-by-application-in-the-unified-log':
      'The record of the scenario names an application as its target, not an account.',
    'cross/m365-second-factor-added-in-the-unified-log':
      'The rule reads the unified audit log only without this log source.',
    'cross/m365-third-person-grants-mail': 'This log source has no history in the scenario.',
  },
  'directory changes in the unified audit log': {
    'Entra ID Directory Changed by an Outsider, an Agent or a Microsoft Service Token': 'An actor has no display name.',
    'MFA Method Changed or Cloud Key Created from a New Network, or by a Service Account':
      'A directory change has no address.',
    'cross/key-added-from-a-usual-address': 'The same.',
    'cross/key-added-where-only-a-token-was-renewed': 'The same.',
    'cross/m365-tool-of-a-colleague-granted-after-a-renewal-abroad': 'The same.',
    'm365/role-given-by-a-script': 'Only the additional details of a directory change can name a user agent.',
    'cross/administrator-by-pim-consents': 'No public record of Privileged Identity Management shows its targets.',
    'm365/eligible-in-group-with-role': 'The same.',
    'm365/role-activated-for-the-first-time-in-a-new-network': 'The same.',
  },
  'sign-ins in the unified audit log': {
    'Entra ID Revoked Tokens Repeatedly Used by an Application': 'A refused renewal of a token is no record.',
    'Entra ID Token Issued in an Unusual Way from a New Network': 'A sign-in has no protocol.',
    'cross/m365-service-account-registers-a-method': 'A sign-in does not state whether it required a second factor.',
    'Entra ID Device Joined with a Token Issued to a New Network': 'The same.',
    'Entra ID Password Spray Against Ten Accounts Through ROPC': 'The same.',
    'm365/device-code-redeemed-elsewhere': 'The same.',
    'Risky Sign-in Followed by an OAuth Consent or a New Credential': 'A sign-in has no risk.',
  },
  'Google Cloud Logging': {
    'cross/google-workspace-phone-client-reads-from-a-hosting-network': 'A log entry has no autonomous system.',
    'cross/google-workspace-command-line-granted-from-a-hosting-network': 'The same.',
    'cross/google-workspace-cloud-key-after-a-sign-in-from-a-rented-server': 'The same.',
    'cross/google-workspace-program-rolled-out-and-used-from-a-rented-server': 'The same.',
    'cross/google-workspace-new-administrator-consents-on-a-rented-server': 'The same.',
    'cross/google-workspace-young-application-sends-from-a-rented-server': 'The same.',
    'cross/google-workspace-all-mail-delegated-on-a-rented-server': 'The same.',
    'google-workspace/filter-then-mail-read': 'The same.',
    'google-workspace/malware-and-its-operator': 'A log entry has no country.',
  },
  'the admin events of 2026': {},
}

async function alertsIn({ id }: Scenario, chain: Chain): Promise<Alert[]> {
  return alertsOf(engine, await entriesOf({ scenario: id } as Evidence, 'as it happened', chain))
}

/** Returns the chain that reads each record in the form of the other log source. */
function chainOf(convert: ToOtherLogSource): Chain {
  return {
    ...product.chain,
    process(decoded) {
      const text = decoded.ok ? convert(decoded) : undefined
      if (text === undefined) return product.chain.process(decoded)
      return decode({ delivery: decoded.delivery, text }).flatMap((other) => product.chain.process(other))
    },
  }
}

/** Returns the chain that reads each record in both forms, as it arrives from a tenant that ships both log sources. */
function chainOfBoth(convert: ToOtherLogSource, isOtherFirst: boolean): Chain {
  const other = chainOf(convert)
  return {
    ...product.chain,
    process: (decoded) => {
      const own = product.chain.process(decoded)
      if (!decoded.ok || convert(decoded) === undefined) return own
      return isOtherFirst ? [...other.process(decoded), ...own] : [...own, ...other.process(decoded)]
    },
  }
}

/** One line for each rule and second: the unified audit log has no milliseconds. Each silent log source has its own alert. */
const linesIn = async (scenario: Scenario, chain: Chain): Promise<string[]> =>
  (await alertsIn(scenario, chain))
    .map((alert) => `${alert['@timestamp'].slice(0, 19)} ${alert.rule.name}`)
    .filter((line) => !line.endsWith('OAuth Log Source Silent'))

/** Checks whether the other log source contains a record of the scenario. */
function isElsewhere({ id }: Scenario, convert: ToOtherLogSource): boolean {
  const records = evidenceRecords({ scenario: id } as Evidence, product.evidence) ?? []
  return records.some(({ raw }) =>
    decode({ delivery: { source: id, offset: '0' }, text: raw }).some((one) => one.ok && convert(one) !== undefined),
  )
}

describe.each(Object.entries(toOtherLogSource))('%s', (source, convert: ToOtherLogSource) => {
  const known = exceptions[source as keyof typeof toOtherLogSource]
  const elsewhere = product.scenarios.map(({ value }) => value).filter((scenario) => isElsewhere(scenario, convert))
  const scenarios = sampleOf(elsewhere, 16)

  it('the records of another log source trigger the same rules as the records of the scenarios', async () => {
    const used = new Set<string>()
    for (const scenario of scenarios) {
      const there = new Set((await alertsIn(scenario, chainOf(convert))).map(({ rule }) => rule.id))
      for (const alert of await alertsIn(scenario, product.chain)) {
        const rule = byId.get(alert.rule.id)
        if (rule === undefined || there.has(rule.id) || !counts(rule, alert)) continue
        const exception = [rule.name, scenario.id].find((one) => known[one] !== undefined)
        if (exception === undefined) expect.soft(rule.name, scenario.id).toBe('an alert')
        else used.add(exception)
      }
    }
    expect(elsewhere.length).toBeGreaterThan(2)
    if (isDeep) expect(Object.keys(known).filter((exception) => !used.has(exception))).toEqual([])
  })

  it.runIf(/Entra|unified audit log/.test(source))(
    'an act that both log sources contain raises its alerts once',
    async () => {
      for (const scenario of scenarios) {
        // The vendor's own clients sign in too often for a comparison of the log sources.
        if (scenario.id === 'm365/code-redeemed-elsewhere') continue
        const [here, there] = [await linesIn(scenario, product.chain), await linesIn(scenario, chainOf(convert))]
        const either = new Set([...here, ...there])
        for (const isOtherFirst of [false, true]) {
          const both = await linesIn(scenario, chainOfBoth(convert, isOtherFirst))
          // Another rule may alert on the act instead.
          const times = both.map((line) => line.slice(0, 19))
          const lost = here.filter((line) => !times.includes(line.slice(0, 19)) && known[line.slice(20)] === undefined)
          if (known[scenario.id] === undefined) expect.soft(lost, scenario.id).toEqual([])
          expect.soft(both.length, `${scenario.id}: ${both}`).toBeLessThanOrEqual(either.size)
        }
      }
    },
  )
})
