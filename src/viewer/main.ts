import type { PageData } from '../report/html-data.js'
import { detailsPart } from './details.js'
import { type Listed, listed } from './fleet.js'
import { hostList } from './hosts.js'
import { overview } from './overview.js'
import { themeChoice } from './theme.js'

/** Draws the report that stands in the page as data. */
function draw(): void {
  // The report writes the element, in the form that the type says.
  const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData
  const all = listed(data)
  const details = detailsPart(data)
  const byLink = new Map(all.map((one) => [decodeURIComponent(one.link), one]))
  let list: ReturnType<typeof hostList> | undefined
  const follow = (): void => {
    const one = chosen(byLink)
    list?.mark(one)
    if (one === undefined) details.showMany(list?.shown() ?? all)
    else details.showOne(one, list?.shown() ?? all)
  }
  const unchoose = (): void => {
    if (chosen(byLink) !== undefined) history.replaceState(null, '', '#hosts')
    list?.mark(undefined)
    details.showMany(list?.shown() ?? all)
  }
  list = hostList(all, () => {
    if (list !== undefined) unchoose()
  })
  const { narrow } = list
  document.querySelector('header')?.append(themeChoice())
  document
    .getElementById('main')
    ?.replaceChildren(overview(data, all, narrow), list.element, details.element)
  follow()
  addEventListener('hashchange', follow)
}

/** The host that the address of the page names. */
function chosen(byLink: ReadonlyMap<string, Listed>): Listed | undefined {
  try {
    return byLink.get(decodeURIComponent(location.hash))
  } catch {
    return undefined
  }
}

draw()
