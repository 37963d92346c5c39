/** For the `default` of a switch over a closed union. */
export function never(value: never): never {
  throw new Error(`not handled: ${JSON.stringify(value)}`)
}
