const UNITS: Readonly<Record<string, number>> = { d: 86400, h: 3600, m: 60, s: 1 }
const TIME = /^(?:\d{1,5}d)?(?:\d{1,2}h)?(?:\d{1,2}m)?(?:\d{1,2}s)?$/

/** True for a span of time as the BSDs print it: `23h59m58s`, `1d2h3m4s`, `28s`. */
export function isTime(text: string): boolean {
  return text.length > 1 && TIME.test(text)
}

/** The seconds of such a span. */
export function seconds(text: string): number {
  let total = 0
  let value = 0
  for (const letter of text) {
    const unit = UNITS[letter]
    if (unit === undefined) value = value * 10 + Number(letter)
    else {
      total += value * unit
      value = 0
    }
  }
  return total
}
