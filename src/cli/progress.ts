import cliProgress from 'cli-progress'
import type { Progress } from './io.js'

/** A bar only where somebody looks, so that logs stay clean. */
export function progressOn(stream: NodeJS.WriteStream): Progress | undefined {
  if (stream.isTTY !== true) return undefined
  const bar = new cliProgress.SingleBar({
    stream,
    format: 'routeprint: {value} hosts',
    clearOnComplete: true,
  })
  bar.start(0, 0)
  return { step: () => bar.increment(), stop: () => bar.stop() }
}
