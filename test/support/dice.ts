/** Random choices that follow from a seed: each roll is a whole number from 0 to below the given one. */
export function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

/** Returns the items in an order that depends only on the dice. */
export function shuffled<T>(items: readonly T[], roll: (below: number) => number): T[] {
  const left = [...items]
  for (let i = left.length - 1; i > 0; i--) {
    const other = roll(i + 1)
    const moved = left[i] as T
    left[i] = left[other] as T
    left[other] = moved
  }
  return left
}
