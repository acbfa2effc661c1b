/**
 * To be given where a few small objects are validated before the first window can be shown: zod compiles a schema when
 * it is first used, which costs a start half a millisecond each and pays off only after thousands of objects.
 */
export const UNCOMPILED = { jitless: true } as const;
