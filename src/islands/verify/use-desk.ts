import { useRef, useState } from 'preact/hooks'
import { now } from '../../browser/environment.ts'
import { loadSiteFile } from '../../browser/site-file.ts'
import type { Core } from './core.ts'
import { changeDesk, type Desk, emptyDesk, inspectionOf, placeFile } from './desk.ts'
import { changeExpectation, type Expectation, type TakenField } from './expectation.ts'
import { type JudgeTrouble, judgeDesk } from './judge.ts'
import { kindWords } from './recognise.ts'
import { suggestValues, takeSuggestion } from './suggestions.ts'
import { readTrustSource } from './trust-source.ts'
import { examineFile, type VerifyFile } from './verify-file.ts'

const siteTrustName = 'golive-trust.json'

/** What lies on the screen, and all that can be done with it. */
export function useDesk(core: Core) {
  const [desk, setDesk] = useState<Desk>(emptyDesk)
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const [trouble, setTrouble] = useState<JudgeTrouble>({})
  /** Counts new starts: what was read before one no longer arrives. */
  const round = useRef(0)
  const run = async (work: (isCurrent: () => boolean) => Promise<void>) => {
    const begun = round.current
    setBusy(true)
    try {
      await work(() => round.current === begun)
    } catch (error) {
      // What files hold is never the cause: then the browser failed, and that is neither a yes nor a no.
      if (round.current === begun) setTrouble({ failed: error instanceof Error ? error.message : String(error) })
    }
    if (round.current === begun) setBusy(false)
  }
  const change = (next: (desk: Desk) => Desk) => {
    setTrouble({})
    setDesk(next)
  }

  const add = (files: readonly File[]) =>
    run(async (isCurrent) => {
      for (const file of files) {
        const found = await examineFile(core, file)
        const trust = found.kind === 'trust' && (await readTrustSource(core, 'you', found.name, found.bytes, now()))
        if (!isCurrent()) return
        change((held) => (trust ? changeDesk(held, { trust }) : placeFile(held, found)))
        setSaid(`${file.name}: ${kindWords[found.kind]}`)
      }
    })
  const takeSiteTrust = () =>
    run(async (isCurrent) => {
      try {
        const bytes = await loadSiteFile(siteTrustName)
        const trust = await readTrustSource(core, 'site', siteTrustName, bytes, now())
        // One that was given meanwhile is never replaced by the site's.
        if (isCurrent()) change((held) => (held.trust ? held : changeDesk(held, { trust })))
      } catch (error) {
        if (isCurrent()) setTrouble({ trust: error instanceof Error ? error.message : String(error) })
      }
    })
  const verify = () =>
    run(async (isCurrent) => {
      const asked = desk
      const { outcome, ...found } = await judgeDesk(core, asked, now())
      if (!isCurrent()) return
      setTrouble(found)
      setDesk((held) => (held === asked ? { ...held, outcome } : held))
    })

  return {
    desk,
    isBusy,
    trouble,
    said,
    add,
    takeSiteTrust,
    verify,
    remove: (file: VerifyFile) =>
      change((held) => changeDesk(held, { files: held.files.filter((each) => each !== file) })),
    removeTrust: () => change((held) => changeDesk(held, { trust: undefined })),
    removeChecklist: () =>
      change((held) => {
        const { checklist } = held.expected
        const expected = { ...held.expected, checklist: checklist === 'file' ? '' : checklist }
        return changeDesk(held, { checklist: undefined, expected })
      }),
    expect: (part: Partial<Expectation>) =>
      change((held) => changeDesk(held, { expected: changeExpectation(held.expected, part) })),
    take: (name: TakenField, index?: number) =>
      change((held) => {
        const suggestions = suggestValues(inspectionOf(held) ?? {})
        return changeDesk(held, { expected: takeSuggestion(held.expected, name, suggestions, index) })
      }),
    startOver: () => {
      round.current++
      setBusy(false)
      setSaid('Started over')
      change(() => emptyDesk)
    },
  }
}
