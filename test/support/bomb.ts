import { gzipSync } from 'node:zlib';

const ten = 10_000_000;

/** A gzip of so many zeros, in tens of millions, one member after the other: made as fast as one of them. */
export const gzipBomb = (zeros: number): Buffer => {
  const member = gzipSync(Buffer.alloc(ten));
  return Buffer.concat(Array.from({ length: zeros / ten }, () => member));
};
