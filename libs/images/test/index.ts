export { clean } from './clean.ts';
export * as hostileFiles from './hostile-files.ts';
export { animation, describedPhoto, SECRETS, withTrailer } from './crafted-photos.ts';
export { plainPhoto, type PhotoOptions } from './drawn-photos.ts';
export { partsOf } from './file-parts.ts';
