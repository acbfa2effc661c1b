// `protocol`: the app's own schemes. Only privileged ones can be shown, because only those have an origin.
import { runtime } from './runtime.ts';
import type { SchemeHandler } from './schemes.ts';
import { notModelled, strict } from './strict.ts';

interface CustomScheme {
  scheme: string;
  privileges?: { standard?: boolean; secure?: boolean };
}

/** `protocol` and `session.defaultSession.protocol`. */
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (runtime.isReady) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme, privileges } of schemes) {
      if (!privileges?.standard || !privileges.secure) {
        throw notModelled(`the scheme '${scheme}' without the privileges standard and secure`);
      }
      runtime.schemes.register(scheme);
    }
  },

  handle(scheme: string, handler: SchemeHandler): void {
    if (!runtime.schemes.isRegistered(scheme)) {
      throw notModelled(`protocol.handle('${scheme}') of a scheme that is not privileged`);
    }
    if (this.isProtocolHandled(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    runtime.schemes.setHandler(scheme, handler);
  },

  unhandle(scheme: string): void {
    if (!this.isProtocolHandled(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
    runtime.schemes.setHandler(scheme, undefined);
  },

  isProtocolHandled(scheme: string): boolean {
    return runtime.schemes.handlerOf(`${scheme}://x`) !== undefined;
  },
});
