import { envBoolean, envList, envUrl } from '@foundnow/config';
import { z } from 'zod';

const address = /^(\[[\da-fA-F:.]+\]|[\w.-]+):\d{1,5}$/;
const host = /^[a-z\d][a-z\d.-]*[a-z\d](:\d{1,5})?$/;
const isAddress = (text: string) => address.test(text);

/** What chooses and reaches the event bus and the schema registry; services read it, and so does `fn`. */
export const busEnv = z.object({
  EVENT_BUS: z.enum(['embedded', 'kafka', 'pubsub']).default('embedded'),
  BUS_DATABASE_URL: envUrl(['postgres', 'postgresql']).optional(),
  BUS_PROVISION: envBoolean().default(true),
  KAFKA_BROKERS: envList()
    .refine((all) => all.length > 0 && all.every(isAddress), {
      params: { wanted: 'must be brokers such as kafka-1:9092,kafka-2:9092' },
    })
    .optional(),
  KAFKA_TLS: envBoolean().default(false),
  KAFKA_TLS_CA_FILE: z.string().optional(),
  KAFKA_TLS_CERT_FILE: z.string().optional(),
  KAFKA_TLS_KEY_FILE: z.string().optional(),
  KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
  KAFKA_COMPRESSION: z.enum(['none', 'gzip', 'zstd']).default('zstd'),
  PUBSUB_PROJECT_ID: z
    .string()
    .regex(/^[a-z][a-z\d.:-]{4,62}[a-z\d]$/)
    .optional(),
  PUBSUB_ENDPOINT: z
    .string()
    .refine((text) => host.test(text), {
      params: { wanted: 'must be a host such as europe-west3-pubsub.googleapis.com' },
    })
    .optional(),
  PUBSUB_EMULATOR_HOST: z
    .string()
    .refine(isAddress, { params: { wanted: 'must be an address such as 127.0.0.1:8085' } })
    .optional(),
  SCHEMA_REGISTRY_URL: envUrl().optional(),
  SCHEMA_REGISTRY_USERNAME: z.string().optional(),
  SCHEMA_REGISTRY_PASSWORD: z.string().optional(),
});

export type BusEnv = z.infer<typeof busEnv>;
