import type { Platform } from '../app/ports.ts';
import type { PlatformName } from '../core/desk.ts';
import { deliveryDocument, jsonLine, mistakeDocument } from '../platforms/terminal/json.ts';
import { isExplained } from './subcommand.ts';

/** One JSON document a line on standard output, safe to be looked at in a terminal. */
export const printDocument = (document: unknown): void =>
  void process.stdout.write(`${jsonLine(document)}\n`);

/** A task's exit code; what a person can put right is a document too, with exit code 1. */
export async function inDocuments(asked: string | null, task: () => Promise<number>): Promise<number> {
  try {
    return await task();
  } catch (error) {
    if (!isExplained(error)) throw error;
    printDocument(mistakeDocument(asked, error.message));
    return 1;
  }
}

/**
 * A platform that tells of its deliveries in documents as well. Without one nothing is shown but the documents, which
 * always arrive.
 */
export function documented(
  name: PlatformName,
  platform: Platform | null,
  tell: (document: ReturnType<typeof deliveryDocument>) => void,
): Platform {
  return {
    name,
    start: async bot => platform?.start(bot),
    stop: async () => platform?.stop(),
    async post(delivery) {
      try {
        const receipt = (await platform?.post(delivery)) ?? { to: delivery.to, key: delivery.key };
        tell(deliveryDocument(delivery));
        return receipt;
      } catch (error) {
        tell(deliveryDocument(delivery, error instanceof Error ? error.message : String(error)));
        throw error;
      }
    },
  };
}
