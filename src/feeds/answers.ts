import type { Validators } from '../app/ports.ts';
import type { FetchFailure } from './ended.ts';
import type { Limits } from './stopwatch.ts';

export interface Wanted {
  readonly accept: string;
  readonly limits: Limits;
  readonly validators?: Validators;
}

/** What every answer tells beside its document. Times are milliseconds, null where the server did not say. */
interface Aside {
  /** How long the server asked us to stay away. */
  readonly wait: number | null;
  /** How long the answer stays fresh. */
  readonly fresh: number | null;
  /** Where permanent redirects alone have led, null where there were none. */
  readonly movedTo: string | null;
}

export type Fetched =
  | (Aside & {
      readonly outcome: 'ok';
      /** Where the bytes came from, after redirects. */
      readonly url: string;
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      readonly validators: Validators;
    })
  | (Aside & { readonly outcome: 'not-modified' })
  | { readonly outcome: FetchFailure; readonly detail: string; readonly wait: number | null };

export interface Disallowed {
  readonly outcome: 'disallowed';
  readonly detail: string;
  readonly wait: null;
}
