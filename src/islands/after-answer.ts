/** What an answer asks for besides being stored: its wording is kept, and the browser is asked to keep the storage. */
import { storage } from '../browser/environment.ts'
import { deletesAfterSevenDays, keepStorage } from '../browser/keep-storage.ts'
import { pagePlatform, termsOf } from '../browser/page-facts.ts'
import { wordingKey } from '../browser/record-reader.ts'
import { readWording } from './wording.ts'

/** Notes that something was said or asked on this device, so that it is said or asked once. */
const toldKey = 'told'

export function afterAnswer(row: HTMLElement): void {
  const key = wordingKey(termsOf(pagePlatform ?? '', row.dataset['item'] ?? '').digest ?? '')
  // The same digest is the same text: one copy serves every rollout.
  if (storage.read(key) === undefined) storage.write(key, readWording(row))
  if (storage.read(toldKey) !== undefined) return
  storage.write(toldKey, '1')
  void keepStorage()
  if (deletesAfterSevenDays(navigator.userAgent)) {
    void import('./notice-panel.ts').then(({ adviseFile }) => adviseFile())
  }
}
