/** The meaning of each flag letter that a platform prints. */
export type FlagTable = Readonly<Record<string, string>>
