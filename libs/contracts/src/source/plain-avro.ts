/**
 * A schema as another tool spells it, in the spelling that `parseAvro` takes: full names split, attributes that mean
 * nothing on the wire left out (Java writes `avro.java.string`, others aliases and order). What it cannot make sense
 * of stays as it is, for the parser to refuse.
 */
export function plainAvro(json: unknown, namespace?: string): unknown {
  if (Array.isArray(json)) return json.map((branch) => plainAvro(branch, namespace));
  if (!isObject(json)) return json;
  switch (json['type']) {
    case 'record':
      return record(json, namespace);
    case 'enum':
      return { ...pick(json, 'type', 'doc', 'symbols', 'default'), ...named(json, namespace) };
    case 'array':
      return { type: 'array', items: plainAvro(json['items'], namespace) };
    default:
      return typeof json['type'] === 'string' ? primitive(json) : plainAvro(json['type'], namespace);
  }
}

/** `namespace.name`, when the schema is a named type. */
export function fullNameOf(json: unknown): string | undefined {
  const { name, namespace } = isObject(json) ? named(json, undefined) : {};
  if (typeof name !== 'string') return undefined;
  return typeof namespace === 'string' && namespace !== '' ? `${namespace}.${name}` : name;
}

function record(json: Json, around: string | undefined): unknown {
  const name = named(json, around);
  const inside = typeof name['namespace'] === 'string' ? name['namespace'] : around;
  const fields = json['fields'];
  return {
    type: 'record',
    ...pick(json, 'doc'),
    ...name,
    fields: Array.isArray(fields)
      ? fields.map((field: unknown) =>
          isObject(field)
            ? { ...pick(field, 'name', 'doc', 'default', 'sealedFor'), type: plainAvro(field['type'], inside) }
            : field,
        )
      : fields,
  };
}

function named(json: Json, around: string | undefined): Json {
  const full = String(json['name']);
  const dot = full.lastIndexOf('.');
  const name = dot < 0 ? json['name'] : full.slice(dot + 1);
  const namespace = dot < 0 ? json['namespace'] : full.slice(0, dot);
  return namespace === undefined || namespace === around ? { name } : { name, namespace };
}

function primitive(json: Json): unknown {
  return 'logicalType' in json ? pick(json, 'type', 'logicalType') : json['type'];
}

type Json = Readonly<Record<string, unknown>>;

function isObject(json: unknown): json is Json {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function pick(json: Json, ...keys: readonly string[]): Json {
  return Object.fromEntries(keys.filter((key) => key in json).map((key) => [key, json[key]]));
}
