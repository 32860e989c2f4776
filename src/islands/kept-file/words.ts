import type { KeptFile } from '../../stores/kept-file.ts'

/** How a rollout stands with its file, in a sentence. */
export function describeKeptFile(file: KeptFile): string {
  switch (file.kind) {
    case 'none':
      return ''
    case 'saving':
      return `Writing ${file.name}…`
    case 'saved':
      return `In ${file.name}, ${new Intl.DateTimeFormat([], { timeStyle: 'short' }).format(file.at)}`
    case 'asking':
      return `${file.name} is closed: the browser asks before it is written again.`
    case 'failed':
      return `${file.name} is not written. ${file.reason}`
  }
}
