import { RequestMethod, type INestApplication } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';

/** One method of a controller that answers requests. */
export interface ControllerMethod {
  readonly prototype: object;
  readonly controller: { readonly name: string };
  readonly key: string;
  readonly handler: object;
  readonly verb: RequestMethod;
}

export function controllerMethodsOf(app: INestApplication): ControllerMethod[] {
  const scanner = new MetadataScanner();
  return [...app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .flatMap(({ metatype }) => (typeof metatype === 'function' ? [metatype] : []))
    .flatMap((controller) => methodsOf(controller, scanner));
}

function methodsOf(controller: { readonly name: string; readonly prototype?: unknown }, scanner: MetadataScanner) {
  const { prototype } = controller;
  if (typeof prototype !== 'object' || prototype === null) return [];
  return scanner.getAllMethodNames(prototype).flatMap((key): ControllerMethod[] => {
    const handler: unknown = Reflect.get(prototype, key);
    if (typeof handler !== 'function') return [];
    const verb: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
    return typeof verb === 'number' ? [{ prototype, controller, key, handler, verb }] : [];
  });
}
