import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type PrimitiveValueListNode,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
  type ValueNode,
} from 'kysely';

/**
 * PostgreSQL cannot hold U+0000, and both drivers turn half a surrogate pair into U+FFFD without a word. A snapshot
 * changed in that way would no longer be what its hash proves.
 */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Refuses values that one of the engines would change or reject, so that both hold exactly what they were given. */
export class StorableValues implements KyselyPlugin {
  readonly #check = new ValueCheck();

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    return this.#check.transformNode(node, queryId);
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result;
  }
}

class ValueCheck extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    assertStorable(node.value);
    return node;
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    node.values.forEach(assertStorable);
    return node;
  }
}

function assertStorable(value: unknown): void {
  if (typeof value === 'string' && !isStorable(value)) {
    throw new TypeError(
      `text with U+0000 or half a surrogate pair cannot be stored; clean it first: ${shown(value)}`,
    );
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new TypeError(`${value} cannot be stored: the store holds whole numbers up to ±2^53`);
  }
}

/** The surroundings of the first offence, escaped. */
function shown(text: string): string {
  const at = text.search(/\0|\p{Surrogate}/u);
  return JSON.stringify(text.slice(Math.max(0, at - 30), at + 30));
}
