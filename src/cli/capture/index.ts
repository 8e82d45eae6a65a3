import type { Platform } from '../../model/platform.js'
import { cmd } from './cmd.js'
import { dcl } from './dcl.js'
import { captureSteps } from './plan.js'
import { sh } from './sh.js'
import type { Shell } from './shell.js'

/** Shells of the systems that have another than that of Unix. */
const shells: Partial<Record<Platform, Shell>> = { openvms: dcl, windows: cmd }

/** What to know of a system before its script is run, as a sentence. */
const notes: Partial<Record<Platform, string>> = {
  zos: 'For UNIX System Services; "netstat route" of TSO and "d tcpip,,netstat,route" of the console print the same.',
}

/** A script that takes on a host of a platform what can be judged of it, to be run there by a person. */
export function captureScript(platform: Platform): string {
  const { lineEnd, render } = shells[platform] ?? sh
  const remarks = [
    `Captures of a host (${platform}) for routeprint check.`,
    ...[notes[platform] ?? []].flat(),
    'It changes nothing but a folder of its own, named after the host.',
  ]
  return render(captureSteps(platform), remarks)
    .map((line) => `${line}${lineEnd}`)
    .join('')
}
