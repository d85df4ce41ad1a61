import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { API_PREFIX, type ApiDescription } from '../http-app-options.ts';
import { convertSchema } from './json-schema.ts';
import { addProblemResponses } from './problem-responses.ts';

export function buildDocument(app: INestApplication, api: ApiDescription): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(api.title)
    .setDescription(api.description ?? '')
    .setVersion(api.version ?? '1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: operationIdOf,
    standardSchemaConverter: (schema, { schemaType }) => convertSchema(schema, schemaType),
  });
  const accessOf = api.accessOf ?? (() => undefined);
  return addProblemResponses(document, (method, path) => accessOf(method, policyPathOf(path)));
}

/** `PostsController.report` becomes `postsReport`. */
function operationIdOf(controller: string, method: string): string {
  const subject = controller.replace(/Controller$/, '');
  return `${subject.charAt(0).toLowerCase()}${subject.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
}

/** `/api/v1/posts/{id}` in the document is `/posts/:id` in a policy table. */
function policyPathOf(path: string): string {
  return path.replace(API_PREFIX, '').replaceAll(/\{([^}]+)\}/g, ':$1');
}
