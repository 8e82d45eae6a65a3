/** How many cases a property runs; `FC_RUNS` caps it where the tests themselves run over and over, under mutation. */
export function runs(count: number): number {
  return Math.min(count, Number(process.env['FC_RUNS'] ?? count))
}
