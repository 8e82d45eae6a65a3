/** One of the browser's streams that pack or unpack. */
interface Transform {
  readonly readable: ReadableStream<Uint8Array>
  readonly writable: WritableStream<Uint8Array<ArrayBuffer>>
}

/** All bytes that a stream makes of these; `tooMany` says what to throw where they are more than `most`. */
export async function through(
  bytes: Uint8Array<ArrayBuffer>,
  { readable, writable }: Transform,
  { most, tooMany }: { readonly most: number; readonly tooMany: () => Error },
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter()
  // A fault of the stream also ends the reading below, which is where it is handled.
  writer.write(bytes).catch(() => {})
  writer.close().catch(() => {})
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = readable.getReader()
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    chunks.push(step.value)
    size += step.value.length
    if (size > most) {
      await reader.cancel()
      throw tooMany()
    }
  }
  return joined(chunks, size)
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
