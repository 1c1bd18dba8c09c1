import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Vault } from '../app/ports.ts';

const cipher = 'aes-256-gcm';
/** https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf (5.2.1.1 and 8.2.2) */
const [nonceBytes, tagBytes] = [12, 16];
/** The way it was sealed, so that another may come beside it. */
const version = 'v1.';

/**
 * A vault of AES-256-GCM. Its key is derived from `secret` by HKDF-SHA-256, each text has a nonce of its own, and what it
 * is about is authenticated with it: a token cannot be moved to another workspace's row.
 */
export function vaultOf(secret: Uint8Array): Vault {
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), 'attache vault', 32));
  return { seal: (text, about) => sealed(text, about, key), open: (text, about) => opened(text, about, key) };
}

function sealed(text: string, about: string, key: Uint8Array): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(about));
  const hidden = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return version + Buffer.concat([nonce, sealing.getAuthTag(), hidden]).toString('base64url');
}

function opened(text: string, about: string, key: Uint8Array): string | null {
  const bytes = Buffer.from(text.startsWith(version) ? text.slice(version.length) : '', 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return null;
  const [nonce, tag, hidden] = [
    bytes.subarray(0, nonceBytes),
    bytes.subarray(nonceBytes, nonceBytes + tagBytes),
    bytes.subarray(nonceBytes + tagBytes),
  ];
  const opening = createDecipheriv(cipher, key, nonce).setAAD(Buffer.from(about)).setAuthTag(tag);
  try {
    return opening.update(hidden, undefined, 'utf8') + opening.final('utf8');
  } catch {
    return null;
  }
}
