import type { Question } from './protocol.js'

/** What the page does when the way through its history leads elsewhere. */
export interface HistoryListener {
  /** What is filled in now. */
  readonly current: () => Question
  /** A page of the history that was here before. */
  readonly back: (question: Question) => void
  /** An address that was not here before: a link with captures, or an example. */
  readonly open: (fragment: string) => void
}

/**
 * Keeps what was filled in at each step of the history, in memory alone: who looks at an example finds the own
 * captures again with the back button.
 */
export class PageHistory {
  private readonly listener: HistoryListener
  private readonly kept = new Map<number, Question>()
  private last = 0
  private at = 0

  constructor(listener: HistoryListener) {
    this.listener = listener
    this.mark()
    window.addEventListener('popstate', ({ state }) => this.moved(state))
    listener.open(location.hash)
  }

  /** The address no longer says what is filled in: loading the page anew must not bring back something else. */
  leaveLink(): void {
    if (location.hash === '') return
    const [base = ''] = location.href.split('#')
    history.replaceState({ step: this.at }, '', base)
  }

  /** Where a link of the page is followed, the browser has made a step without a mark. */
  private moved(state: unknown): void {
    this.kept.set(this.at, this.listener.current())
    const step = stepOf(state)
    const question = step === undefined ? undefined : this.kept.get(step)
    if (step !== undefined && question !== undefined) {
      this.at = step
      this.listener.back(question)
      return
    }
    this.mark()
    this.listener.open(location.hash)
  }

  private mark(): void {
    this.at = ++this.last
    history.replaceState({ step: this.at }, '')
  }
}

function stepOf(state: unknown): number | undefined {
  if (typeof state !== 'object' || state === null || !('step' in state)) return undefined
  return typeof state.step === 'number' ? state.step : undefined
}
