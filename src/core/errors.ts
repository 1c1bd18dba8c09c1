/** Something the person who asked can put right. The message is for them. */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** What they may have meant, ready to be typed in place of the faulty word. */
  readonly suggestions: readonly string[];
  /** The option that the faulty word was given for; null where it is not about an option. */
  readonly option: string | null;

  constructor(
    message: string,
    {
      suggestions = [],
      option = null,
      cause,
    }: { suggestions?: readonly string[]; option?: string | null; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.suggestions = suggestions;
    this.option = option;
  }
}

/** One thing wrong in the configuration: where it is and what to do. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
}

/** All that is wrong in the configuration, at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(shownProblem).join('\n'));
    this.problems = problems;
  }
}

function shownProblem({ file, line, column, message }: Problem): string {
  const place = line === null ? file : `${file}:${line}:${column ?? 1}`;
  return `${place}: ${message}`;
}

/** The bot cannot start or cannot reach what it needs: a wrong token, an unreachable address. One clear sentence. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** A platform did not take a message. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  /** Milliseconds the platform asked us to wait. */
  readonly retryAfter: number | null;
  /** True where trying again is pointless until a person changes something; the message says what. */
  readonly permanent: boolean;
  /** True where `retryAfter` holds for the whole platform and not for the channel alone. */
  readonly isWhole: boolean;
  /** `gone`: nothing can be posted in that place; its platform says it is missing, closed, or that we are not let in. */
  readonly place: 'gone' | 'there';

  constructor(
    message: string,
    {
      retryAfter = null,
      permanent = false,
      isWhole = false,
      place = 'there',
      cause,
    }: {
      retryAfter?: number | null;
      permanent?: boolean;
      isWhole?: boolean;
      place?: 'gone' | 'there';
      cause?: unknown;
    },
  ) {
    super(message, { cause });
    this.retryAfter = retryAfter;
    this.permanent = permanent;
    this.isWhole = isWhole;
    this.place = place;
  }
}
