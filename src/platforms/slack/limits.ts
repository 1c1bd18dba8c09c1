import type { Budget } from '../../app/ports.ts';

/**
 * What Slack takes of one message, counted in UTF-16 units where it is text (Slack counts characters, which are never
 * more). Unless said otherwise the number stands in Block Kit's reference, https://docs.slack.dev/reference/block-kit.
 */
export const limits = {
  /** Blocks of a message. */
  blocks: 50,
  /**
   * All blocks of a message as JSON, tables by their text. Undocumented: `msg_blocks_too_long` came at 13,297 characters of text in markdown
   * blocks (github.com/slackapi/bolt-js/issues/2509), and below 12,000 in rich text, whose containers count too
   * (issues/2867). Hence JSON and not text is measured.
   */
  message: 12_000,
  /** One block as JSON: leaves room in a message for the heading above it. Our own choice. */
  block: 10_900,
  /** The text of a section; also what one piece of rich text may hold, for which no limit is documented. */
  text: 3_000,
  /** The text of an element of a context block. */
  context: 2_000,
  header: 150,
  /** Buttons of an actions block. */
  actions: 25,
  label: 75,
  value: 2_000,
  url: 3_000,
  /** The text of a link: our own choice, beyond any headline. */
  link: 1_000,
  /** Rows of a table, its header included. */
  rows: 100,
  columns: 20,
  /** The characters of all cells of a table. Their containers cannot count: 2,000 cells are allowed. */
  table: 9_900,
  /** One cell: longer ones were refused (github.com/getnao/nao/pull/1141). */
  cell: 2_000,
  /**
   * The summary within the fallback text, for which Slack advises 4,000 and cuts at 40,000
   * (api.slack.com/changelog/2018-04-truncating-really-long-messages): escaping can make it five times as long.
   */
  summary: 700,
  /** Uses of a response_url, within 30 minutes. */
  responses: 5,
} as const;

/** What Slack takes of a home tab or a window: https://docs.slack.dev/reference/views */
export const viewLimits = {
  blocks: 100,
  /** Bytes of the view as JSON: `view_too_large` (https://docs.slack.dev/reference/methods/views.open). */
  size: 250_000,
  /** The title, and what sends it off and closes it. */
  title: 24,
  /** `private_metadata`. */
  metadata: 3_000,
  /** The label and the hint of a field. */
  label: 2_000,
  /** What may be typed into a field. */
  typed: 3_000,
  /** Choices of a select, the words of one, and what it stands for. */
  options: 100,
  option: 75,
  value: 150,
} as const;

/**
 * One message a second and channel, threads included; above that a workspace takes several hundred a minute, a number that
 * Slack does not tell but says in a 429: https://docs.slack.dev/apis/web-api/rate-limits. How many calls at a time is our choice.
 */
export const budget: Budget = { atOnce: 16, rest: 1_000 };
