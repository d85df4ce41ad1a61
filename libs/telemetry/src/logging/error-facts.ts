/** What may be said of an error in a log or trace: never its message, which may quote what a person wrote. */
export interface ErrorFacts {
  readonly class: string;
  readonly code?: string;
  readonly kind?: string;
  /** Database errors: which rule was broken, by its name in our own schema. */
  readonly constraint?: string;
  readonly frames?: readonly string[];
  readonly cause?: ErrorFacts;
  readonly errors?: readonly ErrorFacts[];
}

const NAME = /^[A-Za-z_$][\w$.:-]{0,79}$/;
const FRAME =
  /^ {4}at ((?:async |new )*[\w$.<>#[\] ]{1,120} )?\(?((?:file:\/\/|node:|\/|[A-Z]:\\)[^()\s]{1,300}:\d+:\d+)\)?$/;
const MAX_FRAMES = 12;
const MAX_DEPTH = 4;

export function errorFacts(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { class: `thrown ${error === null ? 'null' : typeof error}` };
  const inner = depth < MAX_DEPTH ? innerError(error, depth) : undefined;
  return {
    class: nameOf(error.constructor.name) ?? nameOf(error.name) ?? 'Error',
    ...short(error, 'code'),
    ...short(error, 'kind'),
    ...short(error, 'constraint'),
    ...framesOf(error),
    ...(inner !== undefined && { cause: inner }),
    ...(error instanceof AggregateError && depth < MAX_DEPTH && { errors: several(error.errors, depth) }),
  };
}

function several(errors: readonly unknown[], depth: number): ErrorFacts[] {
  return errors.slice(0, 3).map((error) => errorFacts(error, depth + 1));
}

/** TypeORM keeps the database's own error aside instead of as a cause. */
function innerError(error: Error, depth: number): ErrorFacts | undefined {
  const driver = 'driverError' in error && error.driverError !== error ? error.driverError : undefined;
  const inner = error.cause ?? driver;
  return inner instanceof Error ? errorFacts(inner, depth + 1) : undefined;
}

function short(error: object, key: 'code' | 'kind' | 'constraint'): Record<string, string> {
  const value: unknown = Reflect.get(error, key);
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[\w.:-]{1,80}$/.test(text) ? { [key]: text } : {};
}

function nameOf(name: unknown): string | undefined {
  return typeof name === 'string' && NAME.test(name) && name !== 'Error' ? name : undefined;
}

/** Only lines of exactly V8's shape: a message may hold lines that merely begin like a frame. */
function framesOf(error: Error): { frames?: readonly string[] } {
  const stack = typeof error.stack === 'string' ? error.stack : '';
  const head = stack.indexOf(error.message);
  const tail = head >= 0 ? stack.slice(head + error.message.length) : stack;
  const frames = tail.split('\n').flatMap((line) => {
    const [, name = '', place] = FRAME.exec(line) ?? [];
    return place === undefined ? [] : [`${name}${shorter(place)}`];
  });
  return frames.length > 0 ? { frames: frames.slice(0, MAX_FRAMES) } : {};
}

function shorter(place: string): string {
  return place.replace(/^file:\/\//, '').replace(/^.*\/(?=(?:apps|libs|tools|bench|node_modules)\/)/, '');
}
