/** What the stores need from the browser, filled in once. */
import { mergeRecordTexts, openRecords } from './records.ts'
import { openTextStorage } from './storage.ts'

export const storage = openTextStorage(() => localStorage, mergeRecordTexts)
export const records = openRecords(storage)
export const now = () => new Date()
