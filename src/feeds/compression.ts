import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';

type Decompressor = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

const plain: Decompressor = async bytes => bytes;
const gzip: Decompressor = promisify(gunzip);
const zlib: Decompressor = promisify(inflate);
const bareDeflate: Decompressor = promisify(inflateRaw);

/** "deflate" means zlib's format (RFC 9110 8.4.1.2); some servers send it without its header, whose low bits are 8. */
const deflate: Decompressor = (bytes, options) =>
  ((bytes[0] ?? 0) & 15) === 8 ? zlib(bytes, options) : bareDeflate(bytes, options);

const decompressors: ReadonlyMap<string, Decompressor> = new Map([
  ['', plain],
  ['identity', plain],
  ['gzip', gzip],
  ['x-gzip', gzip],
  ['deflate', deflate],
  ['br', promisify(brotliDecompress)],
  ['zstd', promisify(zstdDecompress)],
]);

/**
 * Undoes a Content-Encoding, of at most `limit` bytes at any stage. Rejects with the code ERR_BUFFER_TOO_LARGE beyond
 * the limit, with others for damaged or truncated data, and for an encoding that we did not offer.
 */
export async function decompressed(
  bytes: Uint8Array,
  encoding: string | null,
  limit: number,
): Promise<Uint8Array> {
  const names = (encoding ?? '').toLowerCase().split(',').slice(0, 3);
  let result = bytes;
  for (const name of names.reverse()) {
    const decompress = decompressors.get(name.trim());
    if (!decompress) throw new Error('unknown content encoding');
    if (result.length > 0) result = await decompress(result, { maxOutputLength: limit });
  }
  return result;
}
