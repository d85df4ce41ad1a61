/** An answer other than 200, with the code that Confluent's registry gives it: clients branch on that. */
export class RegistryRefusal extends Error {
  override readonly name = 'RegistryRefusal';

  constructor(
    readonly status: number,
    readonly errorCode: number,
    message: string,
  ) {
    super(message);
  }
}

export const noSubject = (subject: string) => new RegistryRefusal(404, 40_401, `Subject '${subject}' not found.`);
export const noVersion = (version: number) => new RegistryRefusal(404, 40_402, `Version ${version} not found.`);
export const noSchema = (what = 'Schema') => new RegistryRefusal(404, 40_403, `${what} not found`);
export const invalidSchema = (why: string) => new RegistryRefusal(422, 42_201, `Invalid schema: ${why}`);
export const readOnly = (why: string) => new RegistryRefusal(422, 42_205, why);

export const invalidVersion = (text: string) =>
  new RegistryRefusal(
    422,
    42_202,
    `The specified version '${text}' is not a valid version id. Allowed values are between [1, 2^31-1] and the string "latest"`,
  );

export const incompatible = (subject: string, reasons: readonly string[]) =>
  new RegistryRefusal(
    409,
    409,
    `Schema being registered is incompatible with an earlier schema for subject "${subject}": ${reasons.join('; ')}`,
  );
