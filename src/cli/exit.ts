/** Exit codes; the number is what a shell sees. */
export const exit = { clean: 0, findings: 1, usage: 2, unchecked: 3 } as const

export type ExitCode = (typeof exit)[keyof typeof exit]

/** Wrong usage or configuration: the sentence says what was expected, and the program ends with 2. */
export class UsageError extends Error {}
