import { mkdirSync, writeFileSync } from 'node:fs'
import { pageHtml } from './page-build.js'

/** Writes the page: `npm run page`. */
const html = await pageHtml()
mkdirSync('dist/page', { recursive: true })
writeFileSync('dist/page/routeprint.html', html)
