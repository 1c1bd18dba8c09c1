import { type APISelectMenuOption, ComponentType } from 'discord.js';
import { IncomingWebhookInteractionRequestSchema, MessageCreateRequestSchema } from 'discord-api-spec/zod';
import { expect } from 'vitest';
import { limits } from '../../../src/platforms/discord/limits.ts';
import type { Post } from '../../../src/platforms/discord/render.ts';

/** Holds a post against Discord's schema and against the limits that the schema does not state. */
export function expectWithinLimits(post: Post): void {
  const sent = JSON.parse(JSON.stringify(post));
  for (const schema of [MessageCreateRequestSchema, IncomingWebhookInteractionRequestSchema]) {
    const read = schema.safeParse(sent);
    expect(read.error?.issues ?? []).toEqual([]);
  }
  const { content = '', embeds = [], components = [] } = post;
  expect(content.length).toBeLessThanOrEqual(limits.content);
  expect(content.trim() !== '' || embeds.length > 0 || components.length > 0).toBe(true);
  expectEmbeds(embeds);
  expectControls(components);
  expect(JSON.stringify(post).isWellFormed()).toBe(true);
}

function expectEmbeds(embeds: NonNullable<Post['embeds']>): void {
  expect(embeds.length).toBeLessThanOrEqual(limits.embeds);
  let sum = 0;
  for (const { title = '', description = '', fields = [], url } of embeds) {
    expect(url).toBeUndefined();
    expect(title.length).toBeLessThanOrEqual(limits.title);
    expect(description.length).toBeLessThanOrEqual(limits.description);
    expect(fields.length).toBeLessThanOrEqual(limits.fields);
    expect((title + description).trim() !== '' || fields.length > 0).toBe(true);
    for (const { name, value } of fields) {
      expect(name.trim().length).toBeGreaterThan(0);
      expect(value.trim().length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(limits.fieldName);
      expect(value.length).toBeLessThanOrEqual(limits.fieldValue);
      sum += name.length + value.length;
    }
    sum += title.length + description.length;
  }
  expect(sum).toBeLessThanOrEqual(limits.embedSum);
}

function expectControls(rows: NonNullable<Post['components']>): void {
  const controls = rows.flatMap(({ components }) => components);
  expect(rows.length).toBeLessThanOrEqual(limits.rows);
  expect(new Set(controls.map(({ custom_id }) => custom_id)).size).toBe(controls.length);
  for (const { components } of rows) {
    const isAlone = components.some(({ type }) => type === ComponentType.StringSelect);
    expect(components.length).toBeLessThanOrEqual(isAlone ? 1 : limits.rowButtons);
  }
  for (const control of controls) {
    expect(control.custom_id.length).toBeLessThanOrEqual(limits.customId);
    if (control.type === ComponentType.StringSelect) expectOptions(control.options);
    else expectLabel('label' in control ? control.label : '', limits.buttonLabel);
  }
}

function expectOptions(options: readonly APISelectMenuOption[]): void {
  expect(options.length).toBeGreaterThan(0);
  expect(options.length).toBeLessThanOrEqual(limits.selectOptions);
  expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
  for (const { label, value } of options) {
    expectLabel(label, limits.optionLabel);
    expect(value.length).toBeLessThanOrEqual(limits.customId);
  }
}

function expectLabel(label: string | undefined, longest: number): void {
  expect(label?.length).toBeGreaterThan(0);
  expect(label?.length).toBeLessThanOrEqual(longest);
}
