import { forHtml, forJson, linesForTerminal } from './escape.js'
import { pageData } from './html-page.js'
import type { ReportModel } from './model.js'
import type { Report } from './report.js'
import { summaryLine } from './summary.js'
import viewer from './viewer.json'

/** One page for a browser, which loads nothing: the fleet, each host's tables with the marked rows, and the commands. */
export const htmlReport = {
  id: 'html',
  summary: 'one page for a browser, which loads nothing: the fleet, its tables and the commands',
  extension: 'html',
  showsTables: true,
  render,
} as const satisfies Report

/** Nothing is loaded, sent or framed, and only the one style and the one script of this page take part. */
const POLICY = [
  "default-src 'none'",
  `style-src '${viewer.styleHash}'`,
  `script-src '${viewer.scriptHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

function render(model: ReportModel): string {
  const line = forHtml(summaryLine(model))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>routeprint: ${line}</title>
<style>${viewer.style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the hosts</a>
<header>
<h1>routeprint</h1>
<p>${line}</p>
</header>
<main id="main" tabindex="-1">
<noscript><p>This page shows its hosts with a script, which is switched off.</p></noscript>
</main>
<script type="application/json" id="data">${dataText(model)}</script>
<script>${viewer.script}</script>
</body>
</html>
`
}

/** JSON in which nothing can end, or begin, an element or a comment. */
function dataText(model: ReportModel): string {
  const text = JSON.stringify(pageData(model), (_key, field) =>
    typeof field === 'string' ? linesForTerminal(field) : field,
  )
  return forJson(text).replace(/[<>&]/g, (found) => `\\u00${found.charCodeAt(0).toString(16)}`)
}
