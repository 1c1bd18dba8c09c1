import type { types } from '@slack/bolt';
import type { Post } from '../../../src/platforms/slack/render.ts';

/** Everything a reader sees of a post, in order: the texts of plain, raw and rich text and of mrkdwn. */
export function seen(value: unknown): string {
  if (Array.isArray(value)) return value.map(seen).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { text, fallback, ...rest } = value as Record<string, unknown>;
  if (typeof text === 'string') return text;
  return [typeof fallback === 'string' ? fallback : '', seen(text), ...Object.values(rest).map(seen)].join(
    '',
  );
}

/** Slack's documented limits, checked on what would be sent, apart from the code that keeps them. */
export function broken({ text, blocks }: Post): string[] {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string): void => void (holds || faults.push(fault));
  check(text.length > 0 && text.length <= 4_000, `text ${text.length}`);
  check(blocks.length > 0 && blocks.length <= 50, `blocks ${blocks.length}`);
  check(blocks.filter(({ type }) => type === 'table').length <= 1, 'tables');
  const rest = blocks.filter(({ type }) => type !== 'table');
  check(JSON.stringify(rest).length <= 12_000, `json ${JSON.stringify(rest).length}`);
  check(seen(blocks).length <= 12_000, `seen ${seen(blocks).length}`);
  for (const block of blocks) checkBlock(block, check);
  return faults;
}

function checkBlock(block: types.KnownBlock, check: (holds: boolean, fault: string) => void): void {
  if (block.type === 'header') checkText(block.text, 150, check);
  if (block.type === 'section' && block.text) checkText(block.text, 3_000, check);
  if (block.type === 'context') {
    check(block.elements.length <= 10, 'context elements');
    for (const element of block.elements) if (element.type !== 'image') checkText(element, 2_000, check);
  }
  if (block.type === 'actions') {
    check(block.elements.length > 0 && block.elements.length <= 25, 'actions');
    const ids = block.elements.map(({ action_id }) => action_id);
    check(new Set(ids).size === ids.length, 'action ids');
    for (const button of block.elements as types.Button[]) {
      checkText(button.text, 75, check);
      check((button.value ?? '').length <= 2_000, 'value');
    }
  }
  if (block.type === 'input') checkInput(block, check);
  if (block.type === 'rich_text') for (const element of block.elements) checkRich(element, check);
  if (block.type === 'table') {
    check(block.rows.length >= 1 && block.rows.length <= 100, `rows ${block.rows.length}`);
    check(
      block.rows.every(row => row.length >= 1 && row.length <= 20),
      'columns',
    );
    check(seen(block.rows).length <= 10_000, `table ${seen(block.rows).length}`);
    for (const cell of block.rows.flat()) {
      check(seen(cell).length > 0, 'empty cell');
      if (cell.type === 'rich_text') for (const element of cell.elements) checkRich(element, check);
    }
  }
}

type Check = (holds: boolean, fault: string) => void;

function checkInput({ block_id = '', label, hint, element }: types.InputBlock, check: Check): void {
  check(block_id.length <= 255, 'block_id');
  checkText(label, 2_000, check);
  if (hint) checkText(hint, 2_000, check);
  if (element.type === 'plain_text_input') {
    const { max_length = 3_000, initial_value = '' } = element;
    check(max_length <= 3_000 && initial_value.length <= max_length, `typed ${initial_value.length}`);
  }
  if (element.type === 'timepicker') check(/^\d\d:\d\d$/.test(element.initial_time ?? '00:00'), 'time');
  if (element.type !== 'static_select' && element.type !== 'external_select') return;
  const { initial_option } = element;
  const options =
    element.type === 'static_select' ? (element.options ?? []) : initial_option ? [initial_option] : [];
  check(element.type === 'external_select' || (options.length > 0 && options.length <= 100), 'options');
  const values = options.map(({ value }) => value);
  check(!initial_option || values.includes(initial_option.value), 'initial option');
  for (const { text, value } of options) {
    checkText(text, 75, check);
    check(value !== undefined && value.length > 0 && value.length <= 150, 'option value');
  }
}

function checkText(
  { text }: { text: string },
  most: number,
  check: (holds: boolean, fault: string) => void,
): void {
  check(text.length > 0 && text.length <= most, `${text.length} of ${most}`);
}

function checkRich(
  element: types.RichTextBlockElement,
  check: (holds: boolean, fault: string) => void,
): void {
  check(element.elements.length > 0, `empty ${element.type}`);
  if (element.type === 'rich_text_list') for (const item of element.elements) checkRich(item, check);
  else {
    for (const piece of element.elements) {
      if (piece.type === 'text')
        check(piece.text.length > 0 && piece.text.length <= 3_000, `piece ${piece.text.length}`);
      if (piece.type === 'link') check(piece.url.length <= 3_000 && /^https?:/.test(piece.url), 'url');
    }
  }
}

/** Slack's documented limits of home tabs and windows: https://docs.slack.dev/reference/views */
export function brokenView(view: types.View): string[] {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string): void => void (holds || faults.push(fault));
  check(view.blocks.length > 0 && view.blocks.length <= 100, `blocks ${view.blocks.length}`);
  check(Buffer.byteLength(JSON.stringify(view)) <= 250_000, 'size');
  check((view.private_metadata ?? '').length <= 3_000, 'private_metadata');
  if (view.type === 'modal')
    for (const label of [view.title, view.submit, view.close]) if (label) checkText(label, 24, check);
  check(
    view.type !== 'modal' || view.submit !== undefined || view.blocks.every(({ type }) => type !== 'input'),
    'inputs without submit',
  );
  for (const block of view.blocks as types.KnownBlock[]) {
    check(block.type !== 'table', 'table in a view');
    checkBlock(block, check);
  }
  return faults;
}
