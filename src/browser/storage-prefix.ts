/** Prefix of every key; other programs may live on the same origin. */
export const storagePrefix = 'golive:'
