/** Kinds of secrets in words, by the kept rule that finds them. */
const kinds: Readonly<Record<string, string>> = {
  '1password': '1Password token',
  anthropic: 'Anthropic key',
  aws: 'AWS key',
  databricks: 'Databricks token',
  docker: 'Docker token',
  figma: 'Figma token',
  gcp: 'Google Cloud key',
  github: 'GitHub token',
  gitlab: 'GitLab token',
  grafana: 'Grafana token',
  groq: 'Groq key',
  'hashicorp-vault': 'Vault token',
  huggingface: 'Hugging Face token',
  linear: 'Linear key',
  notion: 'Notion token',
  npm: 'npm token',
  openai: 'OpenAI key',
  privatekey: 'private key',
  sendgrid: 'SendGrid key',
  shopify: 'Shopify token',
  slack: 'Slack token',
  vercel: 'Vercel token',
}

export const ruleName = (ruleId: string): string => ruleId.replace('@secretlint/secretlint-rule-', '')

/** A rule that a newer set brings has a name at least. */
export const kindOf = (ruleId: string): string => kinds[ruleName(ruleId)] ?? `${ruleName(ruleId)} secret`
