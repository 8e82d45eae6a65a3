import type { PageBand, PageSpace } from '../report/html-data.js'
import { el, svg } from './dom.js'

const WIDTH = 720
const TOP = 32
const HEIGHT = 34
/** A piece is at least so wide, or nobody would see the network of the host in 9.0.0.0/8. */
const LEAST = 5

/** The addresses of the prefix as one bar: what the row swallows, and what survives inside. */
export function spacePicture(space: PageSpace): HTMLElement {
  const { prefix, first, last, bands, legend, summary } = space
  const label = `Addresses of ${prefix}. ${legend.map(({ text }) => text).join('. ')}`
  const survivor = bands.find(({ kind }) => kind === 'kept')
  const picture = svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} 92`, role: 'img', 'aria-label': label, class: 'space' },
    [
      svg('rect', { class: 'band frame', x: 0, y: TOP, width: WIDTH, height: HEIGHT, rx: 3 }),
      ...bands.map(bandShape),
      survivor === undefined ? undefined : pointer(survivor),
      svg('text', { x: 0, y: TOP + HEIGHT + 20, class: 'end' }, first),
      svg('text', { x: WIDTH, y: TOP + HEIGHT + 20, class: 'end', 'text-anchor': 'end' }, last),
    ],
  )
  const items = legend.map(({ kind, text }) =>
    el('li', {}, [
      svg('svg', { class: 'swatch', viewBox: '0 0 12 12', 'aria-hidden': 'true' }, [
        svg('rect', { class: `band ${kind}`, width: 12, height: 12 }),
      ]),
      el('span', {}, text),
    ]),
  )
  return el('figure', { class: 'picture' }, [
    el('figcaption', {}, `The row swallows ${summary}`),
    picture,
    el('ul', { class: 'legend' }, items),
  ])
}

function placed({ from, to }: PageBand): { x: number; width: number } {
  const width = Math.max(LEAST, (to - from) * WIDTH)
  return { x: Math.min(from * WIDTH, WIDTH - width), width }
}

function bandShape(band: PageBand): SVGElement {
  return svg('rect', { class: `band ${band.kind}`, ...placed(band), y: TOP, height: HEIGHT }, [
    svg('title', {}, band.label),
  ])
}

/** The name of the first network that survives, above the bar. */
function pointer(band: PageBand): SVGElement {
  const { x, width } = placed(band)
  const middle = x + width / 2
  const anchor = middle > WIDTH * 0.75 ? 'end' : middle < WIDTH * 0.25 ? 'start' : 'middle'
  return svg('g', { 'aria-hidden': 'true' }, [
    svg('line', { class: 'pointer', x1: middle, x2: middle, y1: 25, y2: TOP }),
    svg(
      'text',
      { x: middle, y: 21, class: 'name', 'text-anchor': anchor },
      `${band.label} survives`,
    ),
  ])
}
