/** The environment that programs started by these specs get. */
export const environment: Readonly<Record<string, string | undefined>> = process.env;
