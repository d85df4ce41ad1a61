/** What we read of an API document. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly description?: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean }[];
  readonly security?: readonly object[];
}

export interface Route {
  /** As Schemathesis calls it: `GET /api/v1/posts/{id}`. */
  readonly name: string;
  readonly roles: 'public' | readonly string[];
  readonly namesThings: boolean;
  readonly takesIfMatch: boolean;
}

export function routesOf({ paths }: ApiDocument): Route[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { description = '', parameters = [], security = [] }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      roles: security.some((wanted) => Object.keys(wanted).length === 0) ? ('public' as const) : rolesIn(description),
      namesThings: parameters.some(({ in: place }) => place === 'path'),
      takesIfMatch: parameters.some(({ name, required }) => name.toLowerCase() === 'if-match' && required === true),
    })),
  );
}

/** The document ends what it says of a route with them. */
function rolesIn(description: string): string[] {
  return /Roles: (?<roles>[\w, ]+)\.$/.exec(description)?.groups?.['roles']?.split(', ') ?? [];
}
