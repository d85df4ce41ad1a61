import base from '../../jest.config.mjs';

/** What needs a Pub/Sub server: `npm run test:pubsub`. */
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['**/test/pubsub/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
};
