/** Base of the second build, which proves that a site works below a path. */
export const subPath = '/docs/'

/** Where that build lies, so that `dist` stays what `npm run build` wrote. */
export const subPathFolder = '.cache/sub-path'
