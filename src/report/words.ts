import type { Because, Remedy } from '../model/finding.js'

/** Why a level was lowered, as a sentence. */
export const BECAUSE: Readonly<Record<Because, string>> = {
  'adapter-not-proven': 'nothing proves that the adapter is a loopback',
  'loses-on-metric': 'the row of the real network has the better metric',
  'mask-makes-no-route': 'this system makes no network route from the mask',
  'metrics-differ': 'their metrics differ, so one is meant to stand by',
  'not-deletable': 'this system does not let the row be deleted',
}

/** How long a command's effect lasts. */
export const LASTS: Readonly<Record<NonNullable<Remedy['lasts']>, string>> = {
  persistent: 'lasts',
  'until-reboot': 'until the next boot',
}

/** What is said of a finding that is gone, where nothing proves that it is mended. */
export const UNPROVEN =
  'its host was not fully judged this time, so nothing proves that it is mended'
