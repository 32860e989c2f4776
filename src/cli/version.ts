/** Put in by the build; whoever runs the sources has neither. */
declare const GOLIVE_VERSION: string | undefined
declare const GOLIVE_SITE: string | undefined

export const version = typeof GOLIVE_VERSION === 'string' ? GOLIVE_VERSION : '(sources)'

/** Address of the site that the tool was built with, with a slash at its end. */
export const siteAddress = typeof GOLIVE_SITE === 'string' ? GOLIVE_SITE : 'https://golive.example/'
