// The start of the command: a person waits since then, and a command loads for some seconds.
let started: number | undefined

export function countFrom(time: number): void {
  started = time
}

/** Undefined in a process that runs several commands. */
export const commandStart = (): number | undefined => started
