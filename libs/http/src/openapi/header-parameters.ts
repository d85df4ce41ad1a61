import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];

/** `@Headers('if-match')` and `@ApiHeader({ name: 'If-Match', … })` speak of one header; what is described wins. */
export function mergeHeaders(operation: Operation): void {
  const described = new Set(operation.parameters?.filter((one) => 'description' in one && one.description).map(idOf));
  operation.parameters = (operation.parameters ?? []).filter(
    (one) => !described.has(idOf(one)) || ('description' in one && Boolean(one.description)),
  );
}

function idOf(parameter: Parameter): string {
  return 'in' in parameter ? `${parameter.in} ${parameter.name.toLowerCase()}` : parameter.$ref;
}
