/** The package declares no types for its schemas. */
declare module 'discord-api-spec/zod' {
  interface Schema {
    safeParse(value: unknown): {
      readonly error?: { readonly issues: readonly { readonly message: string }[] };
    };
  }
  export const MessageCreateRequestSchema: Schema;
  export const IncomingWebhookInteractionRequestSchema: Schema;
  export const CreateForumThreadRequestSchema: Schema;
  export const ModalInteractionCallbackRequestSchema: Schema;
  export const ApplicationCommandUpdateRequestSchema: Schema;
}
