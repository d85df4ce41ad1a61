import base from '../../jest.config.mjs';

/** What needs a Kafka broker: `npm run test:kafka`. */
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['**/test/kafka/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
};
