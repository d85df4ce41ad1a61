export interface RegistryUnderTest {
  readonly url: string;
  readonly auth?: { readonly username: string; readonly password: string };
  close(): Promise<void>;
}

export interface RegistryTraits {
  /** Does it give ids to schemas that it has not seen? */
  readonly writable: boolean;
}
