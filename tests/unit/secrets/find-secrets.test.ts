import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findSecrets, maskSecrets } from '../../../src/secrets/find-secrets.ts'

/** Made up here, so that no scanner takes this file for a leak. */
const letters = (count: number) => 'aB3dE5gH7jK9mN1pQ2sT4vW6yZ8'.repeat(200).slice(0, count)
const pem = (label: string) => `-----BEGIN ${label}-----\n${letters(64)}\n${letters(60)}\n-----END ${label}-----`
/** As `base64 FILE` writes it. */
const wrap = (text: string, indent = '') => btoa(text).replace(/.{76}/g, `$&\n${indent}`)

async function mask(text: string): Promise<string> {
  return maskSecrets(text, await findSecrets(text))
}

const secrets: [string, string, string][] = [
  ['GitHub token', `ghp_${letters(36)}`, '[masked: GitHub token]'],
  ['GitLab token', `glpat-${letters(20)}`, '[masked: GitLab token]'],
  ['npm token', `npm_${letters(36)}`, '[masked: npm token]'],
  ['Slack token', `xoxb-123456789012-1234567890123-${letters(24)}`, '[masked: Slack token]'],
  ['AWS key', `aws_secret_access_key = "${letters(40)}"`, 'aws_secret_access_key = "[masked: AWS key]"'],
  [
    'password in an address',
    'https://user:hunter22@git.example/x',
    'https://user:[masked: password in an address]@git.example/x',
  ],
  [
    'password with an at sign',
    'redis://:hun@ter22@cache.example:6379',
    'redis://:[masked: password in an address]@cache.example:6379',
  ],
  [
    'token in an address',
    `https://a.example/?token=${letters(20)}&x=1`,
    'https://a.example/?token=[masked: token in an address]&x=1',
  ],
  [
    'token in an address of GitLab',
    `https://a.example/?x=1&PRIVATE_TOKEN=${letters(20)}&x=1`,
    'https://a.example/?x=1&PRIVATE_TOKEN=[masked: token in an address]&x=1',
  ],
  ['private key', pem('RSA PRIVATE KEY'), '[masked: private key]'],
  ['private key of OpenSSH', pem('OPENSSH PRIVATE KEY'), '[masked: private key]'],
  [
    'private key with a passphrase',
    pem('RSA PRIVATE KEY').replace('\n', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES\n\n'),
    '[masked: private key]',
  ],
  ['private key that was cut off', `-----BEGIN PRIVATE KEY-----\n${letters(64)}`, '[masked: private key]'],
  ['bearer token', `Authorization: Bearer ${letters(40)}`, 'Authorization: Bearer [masked: bearer token]'],
  ['web token', `eyJ${letters(20)}.eyJ${letters(30)}.${letters(43)}`, '[masked: web token]'],
  ['password in a variable', 'PGPASSWORD=hunter2222', 'PGPASSWORD=[masked: password in a variable]'],
  ['password with a dollar', 'DB_PASSWORD=$uperS3cret!2026', 'DB_PASSWORD=[masked: password in a variable]'],
  ['password with a percent', 'API_TOKEN=%7hGk29sLLq0912', 'API_TOKEN=[masked: password in a variable]'],
  ['password with a bracket', 'PASSWORD=[hunter2-real', 'PASSWORD=[masked: password in a variable]'],
  [
    'password with a brace in an address',
    'postgres://app:{x9Lq-77!kk@db/app',
    'postgres://app:[masked: password in an address]@db/app',
  ],
  ['password of several words', 'PASSWORD="correct horse staple"', 'PASSWORD="[masked: password in a variable]"'],
  [
    'password of a command',
    'kubectl create secret generic db --from-literal=password=correcthorse',
    'kubectl create secret generic db --from-literal=password=[masked: password in a variable]',
  ],
  [
    'secret of a chart',
    'helm upgrade --set auth.clientSecret=correcthorse',
    'helm upgrade --set auth.clientSecret=[masked: password in a variable]',
  ],
  ['password in YAML', 'db:\n  password: hunter2222', 'db:\n  password: [masked: password in a setting]'],
  [
    'password in JSON',
    '{"dbPassword":"correct horse staple","port":1}',
    '{"dbPassword":"[masked: password in a setting]","port":1}',
  ],
  ['password in a properties file', 'db.password = hunter2222', 'db.password = [masked: password in a setting]'],
  ['token in a header', 'X-Api-Key: abcdef123456', 'X-Api-Key: [masked: password in a setting]'],
  [
    'key of a storage account',
    `AccountName=demo;AccountKey=${letters(86)}==;EndpointSuffix=core`,
    'AccountName=demo;AccountKey=[masked: Azure key];EndpointSuffix=core',
  ],
  ['OpenShift token', `oc login --token sha256~${letters(43)}`, 'oc login --token [masked: OpenShift token]'],
  [
    'credentials of a registry',
    `{"auths":{"r.example":{"auth":"${btoa('robot:hunter2222')}"}}}`,
    '{"auths":{"r.example":{"auth":"[masked: registry credentials]"}}}',
  ],
  [
    'private key that was quoted and cut off',
    `> -----BEGIN RSA PRIVATE KEY-----\n> ${letters(64)}\n> ${letters(64)}`,
    '> [masked: private key]',
  ],
  [
    'private key on one line that was cut off',
    `-----BEGIN RSA PRIVATE KEY-----\\n${letters(64)}\\n${letters(64)}`,
    '[masked: private key]',
  ],
  ['key of a cluster user', `key: ${btoa(pem('EC PRIVATE KEY'))}`, 'key: [masked: private key]'],
  ['private key in lines of base64', wrap(pem('RSA PRIVATE KEY')), '[masked: private key]'],
  ['private key in indented base64', `key: |\n  ${wrap(pem('PRIVATE KEY'), '  ')}`, 'key: |\n  [masked: private key]'],
  ['private key behind its certificate', wrap(`${pem('CERTIFICATE')}\n${pem('PRIVATE KEY')}`), '[masked: private key]'],
]

const harmless: [string, string][] = [
  ['digest', `sha256:${'0123456789abcdef'.repeat(4)}`],
  ['commit', `gitCommit:${'0123456789'.repeat(4)}`],
  ['fingerprint', `SHA256:${letters(43)}`],
  ['public key', pem('PUBLIC KEY')],
  ['certificate in base64', btoa(pem('CERTIFICATE'))],
  ['certificate in lines of base64', wrap(pem('CERTIFICATE'))],
  ['certificate in base64 that was cut off', btoa(pem('CERTIFICATE')).slice(0, 45)],
  ['line of OpenSSH', `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${letters(43)} alice@example.com`],
  ['address', 'https://git.example.com/payments/api/-/merge_requests/7#note_12'],
  ['image', `registry.example.com:5000/payments/api@sha256:${'ab'.repeat(32)}`],
  ['variable', 'https://user:$PASSWORD@git.example.com, Bearer $TOKEN, TOKEN={{ secrets.TOKEN }}'],
  ['placeholder', 'postgres://user:<password>@db.example.com/x and https://user:password@example.com'],
  ['placeholder of a format', 'https://user:%s@db.example and https://user:{password}@db.example'],
  ['command in a variable', 'PASSWORD=$(kubectl get secret db -o yaml) TOKEN="$(cat /run/token)"'],
  [
    'word for a password',
    'PASSWORD=<database password> TOKEN=[your token here] API_KEY=%API_KEY% TOKEN=$A-$B, TOKEN={A_VALUE}.',
  ],
  ['masked password', 'PASSWORD=[masked: password in a variable] "token": "[masked: npm token]"'],
  ['name of a secret', 'secretName: payments-db-2 existingSecret=payments-db, secret: payments-db-2'],
  [
    'sentence about a password',
    'Password: rotated on 2026-11-20. Token: see https://vault.example/v1/app1, token: none',
  ],
  ['address of a password', 'password: https://vault.example/v1/secret/app1'],
  ['method of signing in', '{"auth": "kubernetes", "tokenReviewer": true}'],
  ['remote', 'git@github.com:example/repository.git'],
]

describe('findSecrets()', () => {
  test.each(secrets)('finds a %s, so that masking leaves nothing of it', async (_, text, masked) => {
    expect(await mask(`see ${text} there`)).toBe(`see ${masked} there`)
  })

  test.each(harmless)('takes no %s for a secret', async (_, text) => {
    expect(await findSecrets(`see ${text} there`)).toEqual([])
  })

  test('finds nothing in our own guides', async () => {
    const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.mdx'))
    for (const file of files) {
      expect(await findSecrets(readFileSync(`content/${file}`, 'utf8')), file).toEqual([])
    }
  })

  test('finds a secret wherever it stands in a long text', async () => {
    const token = `ghp_${letters(36)}`
    for (const before of [0, 74_980, 99_990, 250_000]) {
      const text = `${'x '.repeat(before / 2)}${token} end`
      expect(await findSecrets(text)).toMatchObject([{ start: before, end: before + token.length }])
    }
  })

  test('masks a key in base64 and not the line after it', async () => {
    const lines = `tls.key: ${btoa(pem('PRIVATE KEY'))}\ntls.crt: abc\nends here`
    expect(await mask(lines)).toBe('tls.key: [masked: private key]\ntls.crt: abc\nends here')
  })

  test('cannot be switched off by a comment', async () => {
    expect(await findSecrets(`secretlint-disable\nghp_${letters(36)}`)).toHaveLength(1)
  })

  test.each([
    'https://a:',
    'a:@',
    '-----BEGIN RSA PRIVATE KEY-----\n',
    '-----BEGIN RSA PRIVATE KEY-----\n> \n',
    `${'LS0tLS1CRUdJTi'.padEnd(76, 'A')}\n`,
    `${'LS0tLS1CRUdJTi'.padEnd(76, 'A')} `,
    'eyJaaaaaaaaaaa.',
    'TOKEN=',
    'TOKEN: ',
    'a.',
    '-password-',
    '"token" = ',
    'PASSWORD="a ',
    'TOKEN=${{$',
    '"auth":"',
    'A_',
    '?token=',
    'Bearer ',
  ])('reads half a million characters of %j in two seconds', async (piece) => {
    const started = performance.now()
    await findSecrets(piece.repeat(500_000 / piece.length))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
