/** Certificates and keys are PEM texts, not paths. */
export interface KafkaTls {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

export interface KafkaSasl {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

export interface KafkaConnection {
  /** `host:port` of some brokers; the others are learnt from them. */
  readonly brokers: readonly string[];
  /** `true`: encrypted, verified against the authorities that Node knows. */
  readonly tls?: KafkaTls | true;
  readonly sasl?: KafkaSasl;
}
