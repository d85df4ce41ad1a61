// Starts a Kafka, says where, and goes on until the test kills it.
import { startKafka } from '@foundnow/testing/brokers';

const { nodes } = await startKafka();
process.on('message', () => {});
process.send?.({ pids: nodes.map(({ pid }) => pid), logFile: nodes[0]?.logFile });
