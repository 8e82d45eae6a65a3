/** Lets what waits outside in, as signals and messages: calls that wait do not. */
export function turn(): Promise<void> {
  return new Promise((done) => setImmediate(done))
}
