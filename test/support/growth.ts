/** Returns the factor by which the CPU time of work grows with eight times the size: near 8 if linear, near 64 if quadratic. */
export function growth(size: number, work: (size: number) => () => void): number {
  const [small, large] = [size, 8 * size].map((each) => {
    const run = work(each)
    return Math.min(...Array.from({ length: 3 }, () => cpuTime(run)))
  })
  return (large as number) / (small as number)
}

function cpuTime(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return Math.max(user + system, 1)
}
