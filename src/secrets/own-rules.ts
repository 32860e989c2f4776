/** What the kept rules leave out and what notes of a rollout often hold. Each pattern reads a text in one pass. */

export interface OwnRule {
  kind: string
  /** Its first group that matched is the secret; without one, the whole match is. */
  pattern: RegExp
  /** What looks like one and is none. */
  isHarmless?: (secret: string) => boolean
}

/**
 * Written where a secret would stand: `$TOKEN`, `<password>`, `{{ key }}`, `****`, `xxxx`, what was masked before.
 *
 * Passwords may begin alike, so brackets have to close; only where letters alone follow, a space may have cut it off.
 */
const isPlaceholder = (secret: string): boolean =>
  /^(?:(?:\$\w+|\$\([^()]*\)?|\$?\{{1,2}[^{}]*\}{1,2}|<[^<>]*>|\[[^[\]]*\]|%\w+%|%[a-z]|[:/@-])+[),.;`]*|[<[][a-z:_-]+|[*x.…]+|(?:your|my|the)?[-_]?(?:password|passwd|pass|secret|token|key)(?:[-_]?here)?)$/i.test(
    secret,
  )

/** In what follows a colon, names and words of a sentence are harmless; few of them mix letters and digits. */
const isWord = (value: string): boolean =>
  isPlaceholder(value) || !/\d/.test(value) || !/[a-z]/i.test(value) || value.includes('://')

/** Ends of names whose value is secret. A plain `secret` in small letters mostly names an object of a cluster. */
const secretName =
  /(?:^|[^\w.?&-])[\w.-]{0,80}(?:PASSWORD|PASSWD|SECRET|TOKEN|API[_-]?KEY|[Pp]assword|[Pp]asswd|[Tt]oken|[Aa]pi[_-]?[Kk]ey|[Cc]lient[_-]?[Ss]ecret)/
    .source
const quotedValue = /(?:"([^"\n]{6,500})"|'([^'\n]{6,500})')/.source

/** Base64 as people copy it: in lines, and not always to its end. */
function decodeLoosely(base64: string): string {
  const letters = base64.replace(/[^A-Za-z0-9+/]/g, '')
  return atob(letters.slice(0, letters.length - (letters.length % 4)))
}

export const ownRules: readonly OwnRule[] = [
  {
    kind: 'private key',
    // Whole where its end is there; else as far as it looks like one, quoted or with its line ends spelled out as well.
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----(?:(?:(?!-----)[^\uffff]){0,20000}-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----|(?:(?:[\s>|#*]|\\[nr])+[A-Za-z0-9+/=]{16,})*)/g,
  },
  {
    kind: 'private key',
    // base64 of the line "-----BEGIN", as in the file of a cluster's user; certificates begin alike and are public.
    // Broken into lines, its last one is short: it ends with an equals sign or fills a line of its own.
    pattern:
      /\bLS0tLS1CRUdJTi[A-Za-z0-9+/]{30,20000}(?:\r?\n[ \t>]*[A-Za-z0-9+/]{40,20000})*(?:\r?\n[ \t>]*[A-Za-z0-9+/]{1,75}(?:={1,2}(?!\S)|(?=[ \t]*$)))?={0,2}/gm,
    isHarmless: (secret) => !decodeLoosely(secret).includes('PRIVATE KEY'),
  },
  { kind: 'age key', pattern: /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/g },
  {
    kind: 'password in an address',
    pattern: /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@?#]{0,200}:([^\s/]{1,200})@/gi,
    isHarmless: isPlaceholder,
  },
  {
    kind: 'token in an address',
    pattern: /[?&](?:[\w-]{0,40}[_-])?(?:token|api_?key|password|secret|sig|signature)=([^\s&#"'<>]{8,2000})/gi,
    isHarmless: isPlaceholder,
  },
  {
    kind: 'bearer token',
    pattern: /\bBearer[ \t]{1,10}([A-Za-z0-9._~+/-]{16,4000}={0,2})/gi,
    isHarmless: isPlaceholder,
  },
  {
    kind: 'basic credentials',
    pattern: /\bAuthorization:[ \t]{0,10}Basic[ \t]{1,10}([A-Za-z0-9+/]{8,1000}={0,2})/gi,
  },
  { kind: 'web token', pattern: /\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,2000}/g },
  {
    kind: 'password in a variable',
    pattern: new RegExp(`${secretName}=(?:${quotedValue}|["']?([^\\s"']{6,500}))`, 'g'),
    isHarmless: isPlaceholder,
  },
  {
    kind: 'password in a setting',
    pattern: new RegExp(`${secretName}["']?[ \\t]{0,3}[:=][ \\t]{0,3}${quotedValue}`, 'g'),
    isHarmless: isPlaceholder,
  },
  {
    kind: 'password in a setting',
    pattern: new RegExp(`${secretName}["']?[ \\t]{0,3}[:=][ \\t]{1,3}([^\\s"',;]{8,500})`, 'g'),
    isHarmless: isWord,
  },
  { kind: 'Azure key', pattern: /\b(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{40,100}={0,2})/g },
  { kind: 'OpenShift token', pattern: /\bsha256~[A-Za-z0-9_-]{43}/g },
  {
    kind: 'registry credentials',
    pattern: /"auth":\s{0,5}"([A-Za-z0-9+/]{8,4000}={0,2})"/g,
    isHarmless: (secret) => !decodeLoosely(secret).includes(':'),
  },
]
