/**
 * What programs say when they could not ask: no answer, so neither good nor bad.
 *
 * Commands of a pipeline hide each other's exit codes, and an error that goes unnoticed leaves an empty list that looks
 * like the best of results.
 */
import { anyOf, wholeLine } from './pattern.ts'

const patterns = [
  // Shells
  '*: command not found',
  '*: not found',
  '*: Permission denied',
  '*: No such file or directory',
  'bash: *: syntax error*',
  // kubectl, helm, velero, flux, cosign and others written with the same libraries
  'error: *',
  'Error: *',
  'Error from server*',
  'Unable to connect to the server*',
  'The connection to the server * was refused*',
  'An error occurred: *',
  '✗ *',
  // OpenStack, Juju, Ansible, Git
  'ERROR *',
  'ERROR: *',
  'Missing value * required for auth*',
  'Failed to discover available identity versions*',
  '[ERROR]*',
  'fatal: *',
  '* | UNREACHABLE! *',
  // What they are piped into, and what asks over the network
  'jq: error *',
  'curl: (*',
  'ssh: *',
  'QUITTING!',
  'dial tcp *',
  'connect:errno=*',
  ';; connection timed out*',
  ';; no servers could be reached*',
  'unable to load certificate*',
  'Could not read certificate*',
] as const

const isTrouble = anyOf(patterns.map(wholeLine))

/** Places of the lines, folded, in which a program says that it could not answer. */
export function findTrouble(lines: readonly string[]): number[] {
  return lines.flatMap((line, at) => (isTrouble(line) ? [at] : []))
}
