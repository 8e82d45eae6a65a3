/** Gives names that nothing else has: the second of a name becomes `name (2)`. Files of one name may be thousands. */
export class FreeNames {
  private readonly taken: Set<string>
  /** Where to go on looking, by the name that was asked for. */
  private readonly next = new Map<string, number>()

  constructor(taken: Iterable<string> = []) {
    this.taken = new Set(taken)
  }

  give(name: string): string {
    let free = name
    for (let i = this.next.get(name) ?? 2; this.taken.has(free); i++) {
      free = `${name} (${i})`
      this.next.set(name, i + 1)
    }
    this.taken.add(free)
    return free
  }
}
