import { testCertificates, type TestCertificates } from '../../certificates/test-certificates.ts';

export interface KafkaUser {
  readonly username: string;
  readonly password: string;
}

/** How strangers meet the cluster; its nodes meet each other on ports that no client is told. */
export interface KafkaSecurity {
  /** With it the authorizer is on: what no ACL allows is refused to everybody but the super user. */
  readonly sasl?: {
    readonly mechanism: SaslMechanism;
    readonly superUser: KafkaUser;
    readonly users: readonly KafkaUser[];
  };
  /** `mutual`: the client must show a certificate too. */
  readonly tls?: 'server' | 'mutual';
}

export type SaslMechanism = 'plain' | 'scram-sha-256' | 'scram-sha-512';

/** What a client needs in order to come in. */
export interface KafkaLogin {
  readonly tls?: { readonly ca: string; readonly cert?: string; readonly key?: string };
  readonly sasl?: KafkaUser & { readonly mechanism: SaslMechanism };
}

export class SecuredListener {
  readonly #security: KafkaSecurity;
  readonly #certificates: TestCertificates | undefined;

  constructor(security: KafkaSecurity = {}) {
    this.#security = security;
    this.#certificates = security.tls === undefined ? undefined : testCertificates();
  }

  /** As that user; without a name as the super user. */
  login(username?: string): KafkaLogin {
    const { sasl, tls } = this.#security;
    const { ca, client } = this.#certificates ?? {};
    const user = [...(sasl === undefined ? [] : [sasl.superUser]), ...(sasl?.users ?? [])].find(
      (one) => username === undefined || one.username === username,
    );
    if (username !== undefined && user === undefined) throw new Error(`This Kafka has no user ${username}.`);
    return {
      ...(ca === undefined ? {} : { tls: { ca, ...(tls === 'mutual' ? client : {}) } }),
      ...(sasl === undefined || user === undefined ? {} : { sasl: { mechanism: sasl.mechanism, ...user } }),
    };
  }

  /** For the broker's configuration. */
  properties(): Record<string, string> {
    const protocol = `${this.#security.sasl === undefined ? '' : 'SASL_'}${this.#certificates === undefined ? 'PLAINTEXT' : 'SSL'}`;
    return {
      'listener.security.protocol.map': `CLIENT:${protocol},INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT`,
      ...this.#saslProperties(),
      ...this.#tlsProperties(),
    };
  }

  /** For the first format of the data: users of SCRAM live in the cluster's metadata. */
  formatArguments(): string[] {
    const { sasl } = this.#security;
    if (sasl === undefined || sasl.mechanism === 'plain') return [];
    const mechanism = sasl.mechanism.toUpperCase();
    return [sasl.superUser, ...sasl.users].flatMap(({ username, password }) => [
      '--add-scram',
      `${mechanism}=[name=${username},password=${password}]`,
    ]);
  }

  #saslProperties(): Record<string, string> {
    const { sasl } = this.#security;
    if (sasl === undefined) return {};
    return {
      'sasl.enabled.mechanisms': sasl.mechanism.toUpperCase(),
      [`listener.name.client.${sasl.mechanism}.sasl.jaas.config`]: jaas(sasl.mechanism, [
        sasl.superUser,
        ...sasl.users,
      ]),
      'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
      // The nodes are nobody to each other.
      'super.users': `User:${sasl.superUser.username};User:ANONYMOUS`,
      'allow.everyone.if.no.acl.found': 'false',
    };
  }

  #tlsProperties(): Record<string, string> {
    if (this.#certificates === undefined) return {};
    const { ca, server } = this.#certificates;
    return {
      'listener.name.client.ssl.keystore.type': 'PEM',
      'listener.name.client.ssl.keystore.certificate.chain': server.cert,
      'listener.name.client.ssl.keystore.key': server.key,
      'listener.name.client.ssl.truststore.type': 'PEM',
      'listener.name.client.ssl.truststore.certificates': ca,
      'listener.name.client.ssl.client.auth': this.#security.tls === 'mutual' ? 'required' : 'none',
    };
  }
}

function jaas(mechanism: SaslMechanism, users: readonly KafkaUser[]): string {
  if (mechanism !== 'plain') return 'org.apache.kafka.common.security.scram.ScramLoginModule required;';
  const known = users.map(
    ({ username, password }) => `user_${username}="${password.replaceAll(/["\\]/g, String.raw`\$&`)}"`,
  );
  return `org.apache.kafka.common.security.plain.PlainLoginModule required ${known.join(' ')};`;
}
