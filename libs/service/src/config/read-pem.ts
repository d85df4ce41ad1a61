import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Findings } from './findings.ts';

/** The text of a file that a key names; what is wrong with it goes to the findings. */
export function readNamedFile(key: string, path: string | URL, findings: Findings): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    findings.add(
      key,
      code === 'ENOENT' ? 'names a file that is not there' : `names a file that cannot be read (${code})`,
    );
    return undefined;
  }
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/** The certificates of a PEM text, of which one at least must still hold. */
export function readCertificates(key: string, pem: string, findings: Findings, now = Date.now()): X509Certificate[] {
  try {
    const all = [...pem.matchAll(CERTIFICATE)].map(([text]) => new X509Certificate(text));
    const holding = all.filter(({ validTo }) => Date.parse(validTo) > now);
    if (all.length === 0) findings.add(key, 'names a file without a certificate (PEM)');
    else if (holding.length === 0) findings.add(key, 'names a file whose certificates have expired');
    return all;
  } catch {
    findings.add(key, 'names a file with a certificate that cannot be read (PEM)');
    return [];
  }
}

export function readPrivateKey(key: string, pem: string, findings: Findings): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    findings.add(key, 'names a file without a private key that can be read without a passphrase (PEM)');
    return undefined;
  }
}
