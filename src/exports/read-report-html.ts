import { refuse } from '../core/signoff/errors.ts'
import { envelopeBlockId, openBlock } from './report-file/data-block.ts'

/** An envelope of 8 MiB, what is shown of it, and the script. */
const maxLength = 64 * 1024 * 1024
const closeBlock = '</script>'

/** Whether a text is worth reading as an exported HTML file. */
export function isReportHtml(text: string): boolean {
  return /^\s*<!doctype html/i.test(text.slice(0, 200))
}

/**
 * Bytes of the envelope that an exported HTML file carries, to be read as any other envelope.
 *
 * Nothing else of the file is looked at: what a page shows proves nothing, and the report is rendered anew from the
 * bytes that verify.
 *
 * @throws {FormatError} `envelope-shape` when the file carries no envelope, or more than one.
 */
export function readReportHtml(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > maxLength) refuse('too-large', 'File', `has more than ${maxLength} characters`)
  const [before, block, ...others] = text.split(openBlock(envelopeBlockId))
  if (before === undefined || block === undefined) {
    refuse('envelope-shape', 'File', 'is no report that Golive exported: it carries no envelope')
  }
  if (others.length > 0) refuse('envelope-shape', 'File', 'carries more than one envelope')
  const end = block.indexOf(closeBlock)
  if (end < 0) refuse('envelope-shape', 'File', 'was cut off within its envelope')
  return new TextEncoder().encode(block.slice(0, end))
}
