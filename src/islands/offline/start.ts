/** Keeps the site for use without network, and says in the sign how that stands. */
import { loadStyle } from '../../browser/load-style.ts'
import { firstStanding, type Standing } from '../../offline/standing.ts'
import styleUrl from '../../styles/offline.css?url'
import { followWorkers } from './follow.ts'
import { openSign } from './sign.ts'

const element = document.querySelector<HTMLElement>('.offline-sign')
/** Build of this page and bytes of its site; without them it was not built, and to keep it would be in a writer's way. */
const [version, bytes] = element?.dataset['build']?.split(' ') ?? []
if (element && version) start(element, version, Number(bytes))

async function start(element: HTMLElement, version: string, bytes: number): Promise<void> {
  await loadStyle(styleUrl)
  let standing: Standing = { ...firstStanding, isOnline: navigator.onLine, bytes }
  const base = new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/'), location.href).href
  const follower = followWorkers(base, version, { read: () => standing, change: (news) => change(news) })
  const show = openSign(element, follower)
  const change = (news: Partial<Standing>) => {
    standing = { ...standing, ...news }
    show(standing)
  }
  for (const type of ['online', 'offline']) addEventListener(type, () => change({ isOnline: navigator.onLine }))
  change({})
  await follower.start()
}
