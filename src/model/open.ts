/** A record while it is being read: the same fields, still to be filled. */
export type Open<T> = { -readonly [K in keyof T]: T[K] }
