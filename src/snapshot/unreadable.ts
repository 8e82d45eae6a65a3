/** Why a piece was not read: one sentence without a full stop. */
export class Unreadable extends Error {}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EISDIR', 'expected a plain file, found a folder'],
  ['ELOOP', 'a symbolic link, which is not followed'],
  ['EMFILE', 'too many open files'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ENOENT', 'no such file or folder'],
  ['ENOTDIR', 'no such file or folder'],
  ['ENXIO', 'expected a plain file'],
  ['EPERM', 'permission denied'],
])

/** What an error means, in words without the path that Node puts in. */
export function reason(error: unknown): string {
  if (error instanceof Unreadable) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  return REASONS.get(code) ?? code
}
