/** Chromium's guard against texts that become code; the page's policy lets this one rule through. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}

let url: string | undefined

/** A worker from the text of its script: a page that is a file may load none from beside it. */
export function startWorker(source: string): Worker {
  url ??= workerUrl(source)
  return new Worker(url)
}

function workerUrl(source: string): string {
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  const types = 'trustedTypes' in window ? window.trustedTypes : undefined
  if (!isTrustedTypes(types)) return url
  const policy = types.createPolicy('routeprint-worker', { createScriptURL: (text) => text })
  return policy.createScriptURL(url)
}

function isTrustedTypes(value: unknown): value is TrustedTypes {
  return typeof value === 'object' && value !== null && 'createPolicy' in value
}
