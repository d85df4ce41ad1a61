export { generate } from './generate/generate.ts';
