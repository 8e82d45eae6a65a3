import { BAR_WIDTH, type Bar, type BarPiece } from '../bar.js'
import { h, s } from '../dom.js'

const HEIGHT = 44
const TOP = 10

/** The drawing of a stolen address space, with its legend in words. */
export function barView(bar: Bar): HTMLElement {
  const { prefix, pieces, vip, first, last, legend, summary } = bar
  const drawing = s(
    'svg',
    {
      viewBox: `0 0 ${BAR_WIDTH} ${HEIGHT + TOP}`,
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': `Address space of ${prefix}: ${summary}`,
    },
    [...pieces.map(piece), ...(vip === undefined ? [] : [marker(vip.x)])],
  )
  const list = legend.map(({ kind, text }) => h('li', { class: `is-${kind}` }, [text]))
  const mark =
    vip === undefined ? [] : [h('li', { class: 'is-vip' }, [`${vip.address}: the cluster address`])]
  return h('figure', { class: 'bar' }, [
    drawing,
    h('div', { class: 'bar-ends' }, [h('span', {}, [first]), h('span', {}, [last])]),
    h('figcaption', {}, [h('ul', { class: 'legend' }, [...list, ...mark])]),
  ])
}

function piece({ kind, x, width, label }: BarPiece): SVGElement {
  const word = kind === 'stolen' ? 'taken' : 'kept by a longer route'
  return s('rect', { class: `is-${kind}`, x, y: TOP, width, height: HEIGHT }, [
    s('title', {}, [`${label}: ${word}`]),
  ])
}

function marker(x: number): SVGElement {
  const at = Math.min(Math.max(x, 2), BAR_WIDTH - 2)
  return s('rect', { class: 'is-vip', x: at - 1.5, y: 0, width: 3, height: HEIGHT + TOP })
}
