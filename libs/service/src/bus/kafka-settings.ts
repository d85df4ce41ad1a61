import type { KafkaConnection, KafkaSasl, KafkaTls } from '@foundnow/messaging';
import type { Findings } from '../config/findings.ts';
import { readCertificates, readNamedFile, readPrivateKey } from '../config/read-pem.ts';
import type { BusEnv } from './bus-env.ts';

const FILES = ['KAFKA_TLS_CA_FILE', 'KAFKA_TLS_CERT_FILE', 'KAFKA_TLS_KEY_FILE'] as const;
const LOGIN = ['KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'] as const;

/** How the brokers are reached; what is wrong goes to the findings. */
export function kafkaConnection(env: BusEnv, findings: Findings): KafkaConnection {
  const brokers = findings.needed(env, 'KAFKA_BROKERS', 'EVENT_BUS is kafka') ?? [];
  const tls = tlsOf(env, findings);
  const sasl = saslOf(env, findings);
  return { brokers, ...(tls && { tls }), ...(sasl && { sasl }) };
}

function tlsOf(env: BusEnv, findings: Findings): KafkaTls | true | undefined {
  if (!env.KAFKA_TLS) {
    for (const key of FILES) if (env[key] !== undefined) findings.add(key, 'is set, but KAFKA_TLS is not true');
    return undefined;
  }
  const [ca, cert, key] = FILES.map((name) => {
    const path = env[name];
    return path === undefined ? undefined : readNamedFile(name, path, findings);
  });
  if (ca !== undefined) readCertificates('KAFKA_TLS_CA_FILE', ca, findings);
  checkPair(env, { cert, key }, findings);
  const tls = { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
  return Object.keys(tls).length === 0 ? true : tls;
}

/** A certificate of the client is of use only with its own key. */
function checkPair(env: BusEnv, pem: { cert: string | undefined; key: string | undefined }, findings: Findings): void {
  const [, certFile, keyFile] = FILES;
  if (env[certFile] !== undefined) findings.needed(env, keyFile, `${certFile} is set`);
  if (env[keyFile] !== undefined) findings.needed(env, certFile, `${keyFile} is set`);
  const [own] = pem.cert === undefined ? [] : readCertificates(certFile, pem.cert, findings);
  const key = pem.key === undefined ? undefined : readPrivateKey(keyFile, pem.key, findings);
  if (own && key && !own.checkPrivateKey(key)) findings.add(keyFile, `is not the key of ${certFile}`);
}

function saslOf(env: BusEnv, findings: Findings): KafkaSasl | undefined {
  const mechanism = env.KAFKA_SASL_MECHANISM;
  if (mechanism === undefined) {
    for (const key of LOGIN) if (env[key] !== undefined) findings.add(key, 'is set, but KAFKA_SASL_MECHANISM is not');
    return undefined;
  }
  const because = 'KAFKA_SASL_MECHANISM is set';
  const username = findings.needed(env, 'KAFKA_SASL_USERNAME', because) ?? '';
  const password = findings.needed(env, 'KAFKA_SASL_PASSWORD', because) ?? '';
  return { mechanism, username, password };
}
