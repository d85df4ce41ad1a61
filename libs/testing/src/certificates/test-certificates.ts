import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { bits, der, integer, objectId, octets, sequence, setOf, text, time, yes } from './der.ts';

/** All PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

export interface TestCertificates {
  readonly ca: string;
  /** For 127.0.0.1 and localhost. */
  readonly server: Identity;
  readonly client: Identity;
}

interface Party {
  readonly name: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const ECDSA_SHA256 = sequence(objectId('1.2.840.10045.4.3.2'));
const DAY_MS = 86_400_000;

/** An authority that nobody else trusts, and who it vouches for, for two days: TLS tests need no tool for it. */
export function testCertificates(): TestCertificates {
  const authority = party('FoundNow test authority');
  const [server, client] = [party('localhost'), party('test-client')];
  return {
    ca: certificate(authority, authority, [basicConstraints()]),
    server: { cert: certificate(server, authority, [localNames()]), key: privateKey(server) },
    client: { cert: certificate(client, authority, []), key: privateKey(client) },
  };
}

function party(name: string): Party {
  return { name, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
}

function certificate(subject: Party, issuer: Party, extensions: readonly Buffer[]): string {
  const from = new Date(Date.now() - DAY_MS);
  const until = new Date(Date.now() + DAY_MS);
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_SHA256,
    nameOf(issuer),
    sequence(time(from), time(until)),
    nameOf(subject),
    subject.publicKey.export({ type: 'spki', format: 'der' }),
    ...(extensions.length > 0 ? [der(0xa3, sequence(...extensions))] : []),
  );
  const signed = sequence(content, ECDSA_SHA256, bits(sign('sha256', content, issuer.privateKey)));
  const lines = signed.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function privateKey({ privateKey: key }: Party): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function nameOf({ name }: Party): Buffer {
  return sequence(setOf(sequence(objectId('2.5.4.3'), text(name))));
}

function basicConstraints(): Buffer {
  return sequence(objectId('2.5.29.19'), yes(), octets(sequence(yes())));
}

function localNames(): Buffer {
  const names = sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])));
  return sequence(objectId('2.5.29.17'), octets(names));
}
