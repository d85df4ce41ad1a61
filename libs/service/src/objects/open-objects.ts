import {
  LocalObjectStore,
  objectRoutes,
  type ObjectStore,
  openGoogleObjectStore,
  type ReportFailure,
} from '@foundnow/storage';
import type { Mount } from '../service-definition.ts';
import { NoObjectStore } from './no-object-store.ts';
import { objectSettings, type ObjectsEnv } from './objects-env.ts';

export interface OpenObjects {
  readonly store: ObjectStore;
  /** What serves its addresses, where nobody else does. */
  readonly mounts: readonly Mount[];
}

export async function openObjects(
  env: ObjectsEnv & { readonly CORS_ORIGINS: readonly string[] },
  report: ReportFailure,
): Promise<OpenObjects> {
  const settings = objectSettings(env);
  if (settings.kind === 'none') return { store: new NoObjectStore(), mounts: [] };
  if (settings.kind === 'gcs') return { store: await openGoogleObjectStore({ bucket: settings.bucket }), mounts: [] };
  const store = await LocalObjectStore.open(settings);
  const basePath = new URL(settings.baseUrl).pathname;
  const handler = store.handler({ basePath, corsOrigins: env.CORS_ORIGINS, report });
  return { store, mounts: [{ prefix: basePath, plugin: objectRoutes(handler) }] };
}
