// The part of MITRE ATT&CK (Enterprise) 18.1 that our rules use. A technique ID gives a rule its technique names,
// tactics and URLs. `rules/lib/attack-release.ts` contains the differences of release 19.
export const tactics = {
  TA0001: 'Initial Access',
  TA0003: 'Persistence',
  TA0004: 'Privilege Escalation',
  TA0005: 'Defense Evasion',
  TA0006: 'Credential Access',
  TA0007: 'Discovery',
  TA0008: 'Lateral Movement',
  TA0009: 'Collection',
  TA0010: 'Exfiltration',
  TA0040: 'Impact',
} as const
export type TacticId = keyof typeof tactics

export interface Technique {
  readonly name: string
  readonly tactics: readonly TacticId[]
}

/** Technique ID → name and tactics. A sub-technique follows its parent, which is also in the table. */
export const techniques = {
  T1020: { name: 'Automated Exfiltration', tactics: ['TA0010'] },
  T1036: { name: 'Masquerading', tactics: ['TA0005'] },
  'T1036.005': { name: 'Match Legitimate Resource Name or Location', tactics: ['TA0005'] },
  T1078: { name: 'Valid Accounts', tactics: ['TA0001', 'TA0003', 'TA0004', 'TA0005'] },
  'T1078.004': { name: 'Cloud Accounts', tactics: ['TA0001', 'TA0003', 'TA0004', 'TA0005'] },
  T1087: { name: 'Account Discovery', tactics: ['TA0007'] },
  'T1087.004': { name: 'Cloud Account', tactics: ['TA0007'] },
  T1098: { name: 'Account Manipulation', tactics: ['TA0003', 'TA0004'] },
  'T1098.001': { name: 'Additional Cloud Credentials', tactics: ['TA0003', 'TA0004'] },
  'T1098.002': { name: 'Additional Email Delegate Permissions', tactics: ['TA0003', 'TA0004'] },
  'T1098.003': { name: 'Additional Cloud Roles', tactics: ['TA0003', 'TA0004'] },
  T1114: { name: 'Email Collection', tactics: ['TA0009'] },
  'T1114.002': { name: 'Remote Email Collection', tactics: ['TA0009'] },
  'T1114.003': { name: 'Email Forwarding Rule', tactics: ['TA0009'] },
  T1136: { name: 'Create Account', tactics: ['TA0003'] },
  'T1136.003': { name: 'Cloud Account', tactics: ['TA0003'] },
  T1137: { name: 'Office Application Startup', tactics: ['TA0003'] },
  'T1137.005': { name: 'Outlook Rules', tactics: ['TA0003'] },
  T1199: { name: 'Trusted Relationship', tactics: ['TA0001'] },
  T1213: { name: 'Data from Information Repositories', tactics: ['TA0009'] },
  'T1213.002': { name: 'Sharepoint', tactics: ['TA0009'] },
  T1485: { name: 'Data Destruction', tactics: ['TA0040'] },
  T1526: { name: 'Cloud Service Discovery', tactics: ['TA0007'] },
  T1528: { name: 'Steal Application Access Token', tactics: ['TA0006'] },
  T1531: { name: 'Account Access Removal', tactics: ['TA0040'] },
  T1534: { name: 'Internal Spearphishing', tactics: ['TA0008'] },
  T1550: { name: 'Use Alternate Authentication Material', tactics: ['TA0005', 'TA0008'] },
  'T1550.001': { name: 'Application Access Token', tactics: ['TA0005', 'TA0008'] },
  T1552: { name: 'Unsecured Credentials', tactics: ['TA0006'] },
  'T1552.001': { name: 'Credentials In Files', tactics: ['TA0006'] },
  T1556: { name: 'Modify Authentication Process', tactics: ['TA0003', 'TA0005', 'TA0006'] },
  'T1556.006': { name: 'Multi-Factor Authentication', tactics: ['TA0003', 'TA0005', 'TA0006'] },
  T1557: { name: 'Adversary-in-the-Middle', tactics: ['TA0006', 'TA0009'] },
  T1562: { name: 'Impair Defenses', tactics: ['TA0005'] },
  'T1562.008': { name: 'Disable or Modify Cloud Logs', tactics: ['TA0005'] },
  T1564: { name: 'Hide Artifacts', tactics: ['TA0005'] },
  'T1564.008': { name: 'Email Hiding Rules', tactics: ['TA0005'] },
  T1566: { name: 'Phishing', tactics: ['TA0001'] },
  'T1566.002': { name: 'Spearphishing Link', tactics: ['TA0001'] },
  T1671: { name: 'Cloud Application Integration', tactics: ['TA0003'] },
} as const satisfies Readonly<Record<string, Technique>>
export type TechniqueId = keyof typeof techniques

export function isTechniqueId(id: string): id is TechniqueId {
  return Object.hasOwn(techniques, id)
}

/** The page of a technique, a sub-technique or a tactic. */
export function attackUrl(id: string): string {
  const kind = id.startsWith('TA') ? 'tactics' : 'techniques'
  return `https://attack.mitre.org/${kind}/${id.replace('.', '/')}/`
}
