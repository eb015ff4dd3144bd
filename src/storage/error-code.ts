/** Takes what was thrown, gives the system's code for it (`EEXIST`), if it has one. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;
