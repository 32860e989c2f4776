/** What a command's exit code says; anything that keeps it from judging is trouble, never a "no". */
export const exitCodes = { yes: 0, no: 1, trouble: 2 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
