/** The call of the command line tool that asks the same. */
import type { Desk } from './desk.ts'
import { listAttestations } from './desk.ts'
import { formatDigest } from './expectation.ts'

/** One argument a line, quoted for a POSIX shell; what is not given yet stands there in capitals. */
export function formatCommand(desk: Pick<Desk, 'files' | 'trust' | 'checklist' | 'expected'>): string {
  const { expected, trust } = desk
  const files = listAttestations(desk).map(({ name, isFromHtml }) => (isFromHtml ? nameEnvelope(name) : name))
  const subjects = expected.subjects.map(({ digest }) => formatDigest(digest)).filter((digest) => digest !== '')
  const option = (name: string, value: string) =>
    value.trim() === '' ? [] : [`--${name} ${quoteArgument(value.trim())}`]
  const isReadiness = expected.predicateType.trim() === ''
  return [
    `golive verify ${files.length === 0 ? 'FILE' : files.map(quoteFile).join(' ')}`,
    `--trust ${trust ? quoteFile(trust.name) : 'TRUST'}`,
    ...(subjects.length === 0 ? ['--subject ALG:HEX'] : subjects.map((digest) => `--subject ${quoteArgument(digest)}`)),
    ...(isReadiness
      ? [
          `--rollout ${quoteArgument(expected.rollout.trim() || 'ID')}`,
          `--environment ${quoteArgument(expected.environment.trim() || 'ENV')}`,
          `--checklist ${describeChecklist(desk)}`,
          ...(expected.noExceptions ? ['--no-exceptions'] : []),
          ...option('max-age-days', expected.maxAgeDays),
        ]
      : option('predicate-type', expected.predicateType)),
    ...option('at', expected.at),
    ...option('trust-sha256', formatDigest(expected.trustSha256).replace(/^sha256:/, '')),
  ].join(' \\\n  ')
}

function describeChecklist({ checklist, expected }: Pick<Desk, 'checklist' | 'expected'>): string {
  if (expected.checklist === 'digest') return quoteArgument(formatDigest(expected.checklistDigest) || 'sha256:HEX')
  if (expected.checklist === 'file' && checklist) return quoteFile(checklist.name)
  // The tool knows the checklists that lie beside it by the name of their platform.
  return expected.checklist === '' ? 'FILE' : quoteArgument(expected.checklist)
}

/** Under what name the envelope of an HTML file is saved. */
export const nameEnvelope = (name: string): string => `${name.replace(/\.html?$/i, '')}.dsse.json`

/** A name that begins with a hyphen would be read as an option. */
const quoteFile = (name: string) => quoteArgument(name.startsWith('-') ? `./${name}` : name)

export function quoteArgument(text: string): string {
  return /^[A-Za-z0-9@%+=:,./_-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
