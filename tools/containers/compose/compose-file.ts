import { parse } from 'yaml';
import { z } from 'zod';

const words = z.array(z.string());
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** What our rules look at; the forms of the format that say the same in another way are refused. */
const service = z.object({
  image: z.string().optional(),
  build: z.object({ context: z.literal('.'), args: z.object({ APP: z.string() }) }).optional(),
  command: words.optional(),
  environment: z.record(z.string(), scalar).default({}),
  depends_on: z
    .record(z.string(), z.object({ condition: z.string(), required: z.boolean().default(true) }))
    .default({}),
  healthcheck: z
    .object({ disable: z.boolean().default(false), test: words.optional(), interval: z.string().optional() })
    .optional(),
  restart: z.string().optional(),
  profiles: words.default([]),
  ports: words.default([]),
  volumes: words.default([]),
  tmpfs: words.default([]),
  networks: words.default([]),
  network_mode: z.string().optional(),
  user: z.string().optional(),
  init: z.boolean().default(false),
  read_only: z.boolean().default(false),
  privileged: z.boolean().default(false),
  cap_drop: words.default([]),
  cap_add: words.default([]),
  security_opt: words.default([]),
  mem_limit: z.string().optional(),
  cpus: z.number().optional(),
  pids_limit: z.number().optional(),
  logging: z.object({ options: z.record(z.string(), z.string()).default({}) }).optional(),
});

const composeFile = z.object({
  name: z.string(),
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })).default({}),
  volumes: z.record(z.string(), z.object({})).default({}),
});

export type ComposeService = z.infer<typeof service>;
export type ComposeFile = z.infer<typeof composeFile>;

/** Reads a compose file as `docker compose` would with no variable set: `${NAME:-default}` is its default. */
export function readCompose(text: string): ComposeFile {
  const document: unknown = parse(text, { merge: true });
  return composeFile.parse(filledIn(document));
}

function filledIn(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1');
  if (Array.isArray(value)) return value.map(filledIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filledIn(inner)]));
}

/** Works once and ends, or is run by hand; everything else goes on until it is told to stop. */
export function isJob({ restart }: ComposeService): boolean {
  return restart === 'no';
}
