import type { Budget } from '../../app/ports.ts';

/**
 * What Discord refuses beyond. Lengths are counted here in UTF-16 units, of which a text has never fewer than the
 * characters Discord counts.
 */
export const limits = {
  // https://discord.com/developers/docs/resources/message#create-message
  content: 2_000,
  embeds: 10,
  nonce: 25,
  // https://discord.com/developers/docs/resources/message#embed-object-embed-limits; `embedSum` is over all embeds of
  // one message: titles, descriptions, and names and values of fields.
  embedSum: 6_000,
  title: 256,
  description: 4_096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1_024,
  // https://discord.com/developers/docs/components/reference
  rows: 5,
  rowButtons: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  optionLabel: 100,
  // https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal
  formTitle: 45,
  formFields: 5,
  fieldLabel: 45,
  fieldHint: 100,
  // https://discord.com/developers/docs/interactions/application-commands
  commandName: 32,
  commandDescription: 100,
  options: 25,
  commandSum: 8_000,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  // https://discord.com/developers/docs/resources/channel#start-thread-from-message
  threadName: 100,
} as const;

/**
 * 50 requests a second for the whole bot (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit), and for each
 * channel what the headers say, five messages in five seconds as a rule. discord.js keeps both: a delivery waits in its
 * slot. With a slot for each request of a second, channels that wait do not slow the others down.
 */
export const budget: Budget = { atOnce: 50, rest: 0 };
