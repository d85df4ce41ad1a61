/** JSON of a schema, loose: tests break it in every way. */
interface Loose {
  name?: unknown;
  fields?: Loose[];
  [attribute: string]: unknown;
}

type Change = (schema: Loose) => void;

const uuid = { type: 'string', logicalType: 'uuid' };
const fieldsOf = (schema: Loose): Loose[] => schema.fields ?? [];
const at = (schema: Loose, name: string): Loose => fieldsOf(schema).find((field) => field.name === name) ?? {};
const retyped =
  (name: string, type: unknown): Change =>
  (schema) =>
    Object.assign(at(schema, name), { type });
const typeOf = (schema: Loose, name: string): Loose => Object(at(schema, name)['type']) as Loose;

/** Changes to post.created that Avro itself forbids between versions which must all read each other. */
const FORBIDDEN_BY_AVRO: Readonly<Record<string, Change>> = {
  'a field goes that had no default': (schema) =>
    void (schema.fields = fieldsOf(schema).filter(({ name }) => name !== 'title')),
  'a field comes without a default': (schema) =>
    void fieldsOf(schema).push({ name: 'weight', type: 'int', doc: 'Grams.' }),
  'text becomes a number': retyped('title', 'int'),
  'a whole number becomes a broken one': retyped('radiusMeters', 'double'),
  'a value may be null from now on': retyped('title', ['null', 'string']),
  'a value may not be null any more': (schema) => {
    Object.assign(at(schema, 'orgId'), { type: uuid });
    delete at(schema, 'orgId')['default'];
  },
  'a value becomes a list': retyped('title', { type: 'array', items: 'string' }),
  'the items of a list change': retyped('tags', { type: 'array', items: 'long' }),
  'a field of a record inside comes without a default': (schema) =>
    void fieldsOf(typeOf(schema, 'location')).push({ name: 'floor', type: 'int', doc: 'Storey.' }),
};

/** What Avro lets pass and readers would stumble over all the same. */
const FORBIDDEN_BY_US: Readonly<Record<string, Change>> = {
  'a time becomes a plain number': retyped('occurredAt', 'long'),
  'a plain number becomes a time': retyped('aggregateVersion', { type: 'long', logicalType: 'timestamp-millis' }),
  'an id becomes plain text': retyped('authorId', 'string'),
  'a sealed field gets another recipient': (schema) =>
    Object.assign(at(schema, 'sealedProof'), { sealedFor: 'notifications' }),
};

export interface IncompatibleChange {
  readonly change: string;
  /** Does every registry refuse it that checks FULL_TRANSITIVE? */
  readonly byAvro: boolean;
  apply(schema: string): string;
}

export const INCOMPATIBLE_CHANGES: readonly IncompatibleChange[] = [
  ...Object.entries(FORBIDDEN_BY_AVRO).map((entry) => changeOf(entry, true)),
  ...Object.entries(FORBIDDEN_BY_US).map((entry) => changeOf(entry, false)),
];

function changeOf([change, mutate]: [string, Change], byAvro: boolean): IncompatibleChange {
  return {
    change,
    byAvro,
    apply(text) {
      const schema = JSON.parse(text) as Loose;
      mutate(schema);
      return JSON.stringify(schema);
    },
  };
}

/** A change that all versions survive. */
export function compatibleChange(text: string): string {
  const schema = JSON.parse(text) as Loose;
  fieldsOf(schema).push({ name: 'note', type: ['null', 'string'], default: null, doc: 'A note.' });
  return JSON.stringify(schema);
}
