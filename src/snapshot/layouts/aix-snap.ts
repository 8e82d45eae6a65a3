import type { Layout } from './layout.js'

/** snap of AIX: tcpip.snap is a transcript with a banner of dots before each command. */
export const aixSnap = {
  id: 'aix-snap',
  summary: 'snap of AIX: tcpip/tcpip.snap',
  markers: ['tcpip/tcpip.snap'],
  folders: ['tcpip'],
  names: [],
  command: (path) => (path === 'tcpip/tcpip.snap' ? '' : undefined),
} as const satisfies Layout
