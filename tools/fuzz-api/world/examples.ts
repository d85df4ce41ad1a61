/** One request that means something: to things that are there. */
export interface Example {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** A file is told as `{ base64 }`. */
  readonly body?: unknown;
  readonly mediaType?: string;
}

/** By route: `POST /api/v1/posts/{id}/resolve`. What their paths name stands in for random ids in all requests. */
export type Examples = Readonly<Record<string, readonly Example[]>>;

export const json = (body: unknown) => ({ body, mediaType: 'application/json' }) as const;

type Path = Readonly<Record<string, string>>;

/** Changes what there is, and again what was changed before. Examples are sent in no certain order. */
export function changes(path: Path, body?: unknown): Example[] {
  const again = { path, headers: { 'If-Match': '*' }, ...(body !== undefined && json(body)) };
  return [again, again];
}

/** A change of a version that was never there, of something that stays. */
export function staleChange(path: Path, body?: unknown): Example {
  return { path, headers: { 'If-Match': '"999999"' }, ...(body !== undefined && json(body)) };
}

/** Beside each route's first example the same about a thing that is not there, and about no version of it. */
export function withRefusals(examples: Examples): Examples {
  const parts: Examples[] = Object.entries(examples).map(([route, [first, ...others]]) => {
    if (first?.path === undefined) return { [route]: examples[route] ?? [] };
    const last = Object.keys(first.path).at(-1) ?? '';
    const strange = { ...first, path: { ...first.path, [last]: crypto.randomUUID() } };
    const { headers, ...unconditional } = first;
    return { [route]: [first, strange, ...(headers === undefined ? [] : [unconditional]), ...others] };
  });
  return Object.assign({}, ...parts) as Examples;
}
