import { constants, type FileHandle, open } from 'node:fs/promises'

/** Why a file was not read: one sentence without a full stop, and a code to test for. */
export class Unreadable extends Error {}

/** Windows has neither of the two; there a link is followed and nothing blocks. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0
const NO_BLOCK = constants.O_NONBLOCK ?? 0

/**
 * The bytes of a plain file. Opens without blocking and looks at what was opened, so that nothing can be put in its
 * place in between; throws `Unreadable` for everything else.
 */
export async function readPlainFile(
  path: string,
  options: { readonly fileSize: number; readonly followLink: boolean },
): Promise<Uint8Array> {
  const handle = await opened(path, options.followLink)
  try {
    const status = await handle.stat()
    if (!status.isFile()) throw new Unreadable('expected a plain file')
    if (status.size > options.fileSize) throw new Unreadable(tooLarge(options.fileSize))
    return await readUpTo(handle, options.fileSize)
  } finally {
    await handle.close()
  }
}

async function opened(path: string, followLink: boolean): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | NO_BLOCK | (followLink ? 0 : NO_FOLLOW))
  } catch (error) {
    throw new Unreadable(reason(error))
  }
}

/** Files of /proc say that they have no size, so what comes is counted. */
async function readUpTo(handle: FileHandle, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of handle.createReadStream({ autoClose: false })) {
      size += chunk.length
      if (size > most) throw new Unreadable(tooLarge(most))
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(reason(error))
  }
  return Buffer.concat(chunks)
}

function tooLarge(most: number): string {
  return `larger than the limit of ${most} bytes for a file`
}

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

/** What a system error means, in words without the path that Node puts in. */
export function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  return REASONS.get(code) ?? code
}
