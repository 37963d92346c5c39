// The device of a sign-in as Entra derives it from the client and from the registration.
export interface Registered {
  readonly device: string
  readonly deviceName: string
}

const system = (agent: string): string => {
  for (const [part, name] of [
    ['iPhone', 'Ios'],
    ['Android', 'Android'],
    ['Mac OS', 'MacOs'],
    ['Windows', 'Windows10'],
  ] as const)
    if (agent.includes(part)) return name
  return ''
}

const browser = (agent: string): string => {
  const edge = /Edg\/([\d.]+)/.exec(agent)?.[1]
  if (edge !== undefined) return `Edge ${edge}`
  if (agent.includes('iPhone')) return 'Mobile Safari'
  const version = /Chrome\/([\d.]+)/.exec(agent)?.[1]
  return version === undefined ? '' : `Chrome ${version}`
}

/** `own`: not a computer of the company; telephones and machines of vendors are never registered. */
export const deviceDetail = (agent: string, who: Registered, own: boolean) => {
  const managed = !own && agent.startsWith('Mozilla/') && !agent.includes('Mobile')
  return {
    deviceId: managed ? who.device : '',
    displayName: managed ? who.deviceName : '',
    operatingSystem: system(agent),
    browser: browser(agent),
    isCompliant: managed,
    isManaged: managed,
    trustType: managed ? 'Azure AD joined' : '',
  }
}
