import type { Log } from '../../src/app/ports.ts';

export const silent: Log = { info() {}, warn() {}, error() {} };
