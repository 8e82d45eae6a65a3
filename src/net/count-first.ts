/** How many of `count` places, the first ones and no others, a condition holds for: found by halving. */
export function countFirst(count: number, holds: (place: number) => boolean): number {
  let low = 0
  for (let high = count; low < high; ) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
