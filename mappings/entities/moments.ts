// Activity over time: the first moment of each period, for the newest periods only. The periods are long, so an
// application in constant use changes its entity once for each period and not for every record.
/** Adds a moment to a list that is sorted newest first, one per stretch of `every` milliseconds; true when that changed it. */
export function addMoment(list: number[], at: number, every: number, keep: number): boolean {
  const stretch = Math.floor(at / every)
  for (let i = 0; i < list.length; i++) {
    const here = list[i] as number
    const other = Math.floor(here / every)
    if (other === stretch) {
      if (here <= at) return false
      list[i] = at
      return true
    }
    if (other < stretch) {
      list.splice(i, 0, at)
      if (list.length > keep) list.pop()
      return true
    }
  }
  if (list.length >= keep) return false
  list.push(at)
  return true
}
