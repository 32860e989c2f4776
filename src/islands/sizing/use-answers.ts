import { useStore } from '@nanostores/preact'
import { useEffect, useState } from 'preact/hooks'
import { progressOf } from '../../stores/progress.ts'
import { loadAnswers, type ProposedAnswer } from './load-answers.ts'
import type { Proposal } from './proposals.ts'

export type Answers =
  | { kind: 'loading' }
  | { kind: 'failed'; message: string }
  | { kind: 'loaded'; list: readonly ProposedAnswer[] }

/** Proposals held against the rollout that a platform's pages show, whenever either changes. */
export function useAnswers(platform: string, proposals: readonly Proposal[]) {
  const { $rollout, $items } = progressOf(platform)
  const rollout = useStore($rollout)
  const items = useStore($items)
  const [answers, setAnswers] = useState<Answers>({ kind: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const asked = JSON.stringify(proposals)
  useEffect(() => {
    let isWanted = true
    loadAnswers({ platform, rollout: rollout.id }, proposals).then(
      (list) => isWanted && setAnswers({ kind: 'loaded', list }),
      (error: Error) => isWanted && setAnswers({ kind: 'failed', message: error.message }),
    )
    return () => {
      isWanted = false
    }
  }, [platform, rollout.id, items, asked, attempt])
  return { rollout, answers, retry: () => setAttempt(attempt + 1) }
}
